package harmonium.processor.emit;

import harmonium.processor.ir.UnaryOp;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A class of one width around the lines of {@link VectorSpelling}, compiled in memory and loaded.
 */
final class SpelledClass {
  private static final String NAME = "Spelled";

  private final Class<?> loaded;

  SpelledClass(int width) {
    loaded = new Loader().define(compiled(text(width)));
  }

  /** Applies the vector lines of an operation; the length is a multiple of 16. */
  float[] vector(UnaryOp op, float[] in) {
    return (float[]) call(methodName(op) + "Vector", in);
  }

  /** Applies the scalar expression of an operation. */
  float[] scalar(UnaryOp op, float[] in) {
    return (float[]) call(methodName(op) + "Scalar", in);
  }

  /** Draws units of a layer with the vector lines; the length is a multiple of 16. */
  boolean[] draw(float[] scaled, long layerKey) {
    return (boolean[]) call("draw", scaled, layerKey);
  }

  /** Both halves of the keys of layers, one after the other. */
  int[] layerKeys(int[] low, int[] high, int counter) {
    return (int[]) call("layerKeys", low, high, counter);
  }

  /**
   * Draws from sums of whole numbers with the vector lines; the length is a multiple of 16.
   *
   * @param far by the lines for far sums
   */
  boolean[] drawFixed(int[] sums, int point, long layerKey, boolean far) {
    return (boolean[]) call(far ? "drawFar" : "drawNear", sums, point, layerKey);
  }

  private Object call(String name, Object... arguments) {
    try {
      Method method =
          Stream.of(loaded.getMethods()).filter(m -> m.getName().equals(name)).findFirst().get();
      return method.invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  private static String methodName(UnaryOp op) {
    return op.name().toLowerCase(Locale.ROOT);
  }

  private static String text(int width) {
    String species =
        """
        import harmonium.kernel.*;
        import jdk.incubator.vector.*;
        public final class Spelled {
          private static final VectorSpecies<Float> F = FloatVector.SPECIES_%1$d;
          private static final VectorSpecies<Integer> I = IntVector.SPECIES_%1$d;
        """
            .formatted(width);
    String operations =
        Stream.of(UnaryOp.values()).map(SpelledClass::methods).collect(Collectors.joining());
    return species
        + operations
        + drawMethod()
        + layerKeyMethod()
        + drawFixedMethod("drawFar", true)
        + drawFixedMethod("drawNear", false)
        + "}\n";
  }

  private static String methods(UnaryOp op) {
    return """
      public static float[] %1$sVector(float[] in) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i += F.length()) {
          FloatVector x = FloatVector.fromArray(F, in, i);
          %2$s
          y.intoArray(out, i);
        }
        return out;
      }
      public static float[] %1$sScalar(float[] in) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
          float x = in[i];
          out[i] = %3$s;
        }
        return out;
      }
    """
        .formatted(
            methodName(op),
            String.join("\n", VectorSpelling.lines(op, "x", "y", "t")),
            VectorSpelling.scalar(op, "x"));
  }

  private static String drawMethod() {
    return """
      public static boolean[] draw(float[] in, long layer) {
        boolean[] out = new boolean[in.length];
        int[] addends = RandomStream.addends(in.length);
        int[] multipliers = RandomStream.multipliers(in.length);
        int upper = (int) (layer >>> 32);
        for (int i = 0; i < in.length; i += F.length()) {
          FloatVector x = FloatVector.fromArray(F, in, i);
          IntVector start = IntVector.fromArray(I, addends, i + Rows.FIRST).add((int) layer);
          IntVector multiplier = IntVector.fromArray(I, multipliers, i + Rows.FIRST);
          %s
          for (int lane = 0; lane < F.length(); lane++) {
            out[i + lane] = (mask >>> lane & 1) != 0;
          }
        }
        return out;
      }
    """
        .formatted(
            String.join(
                "\n", VectorSpelling.draw("x", "start", "multiplier", "upper", "mask", "t")));
  }

  private static String layerKeyMethod() {
    return """
      public static int[] layerKeys(int[] lows, int[] highs, int counter) {
        int[] out = new int[2 * lows.length];
        for (int i = 0; i < lows.length; i += I.length()) {
          IntVector low = IntVector.fromArray(I, lows, i);
          IntVector high = IntVector.fromArray(I, highs, i);
          %s
          lower.intoArray(out, i);
          upper.intoArray(out, i + lows.length);
        }
        return out;
      }
    """
        .formatted(
            String.join(
                "\n", VectorSpelling.layerKey("low", "high", "counter", "lower", "upper", "t")));
  }

  private static String drawFixedMethod(String name, boolean far) {
    String bounds =
        """
        int least = -126 << point;
        int most = 120 << point;
        IntVector shift = IntVector.broadcast(I, 23 - point);
        """;
    List<String> apart =
        new ArrayList<>(VectorSpelling.uniform("start", "multiplier", "upper", "u", "s"));
    apart.addAll(VectorSpelling.maskFixed("sum", "u", "drawn", "r", far));
    return """
      public static boolean[] %s(int[] sums, int point, long layer) {
        boolean[] out = new boolean[sums.length];
        int[] addends = RandomStream.addends(sums.length);
        int[] multipliers = RandomStream.multipliers(sums.length);
        int upper = (int) (layer >>> 32);
        %s
        for (int i = 0; i < sums.length; i += I.length()) {
          IntVector sum = IntVector.fromArray(I, sums, i);
          IntVector start = IntVector.fromArray(I, addends, i + Rows.FIRST).add((int) layer);
          IntVector multiplier = IntVector.fromArray(I, multipliers, i + Rows.FIRST);
          %s
          %s
          if (mask != drawn.toLong()) {
            throw new AssertionError("a number at hand is drawn from in another way");
          }
          for (int lane = 0; lane < I.length(); lane++) {
            out[i + lane] = (mask >>> lane & 1) != 0;
          }
        }
        return out;
      }
    """
        .formatted(
            name,
            far ? bounds : "",
            String.join(
                "\n",
                VectorSpelling.drawFixed("sum", "start", "multiplier", "upper", "mask", "t", far)),
            String.join("\n", apart));
  }

  private static byte[] compiled(String text) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var bytes = new ByteArrayOutputStream();
    var said = new StringWriter();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + NAME + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    var manager = new InMemory(compiler.getStandardFileManager(null, null, null), bytes);
    List<String> options =
        List.of("--add-modules", "jdk.incubator.vector", "-proc:none", "-nowarn");
    if (!compiler.getTask(said, manager, null, options, null, List.of(source)).call()) {
      throw new AssertionError(said + "\n" + text);
    }
    return bytes.toByteArray();
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final ByteArrayOutputStream bytes;

    InMemory(JavaFileManager standard, ByteArrayOutputStream bytes) {
      super(standard);
      this.bytes = bytes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("string:///" + className + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(SpelledClass.class.getClassLoader());
    }

    Class<?> define(byte[] bytes) {
      return defineClass(NAME, bytes, 0, bytes.length);
    }
  }
}
