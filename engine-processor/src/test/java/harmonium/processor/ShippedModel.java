package harmonium.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A model that the product ships, found in the folder of its source, so that one that is added is
 * tested without being listed anywhere.
 *
 * @param program what its source means, in the sizes that it is shipped in
 */
record ShippedModel(Program program) {
  /** Where javac finds what a model extends. */
  static final Path SOURCES = Path.of("..", "engine-runtime", "src", "main", "java");

  private static final Path FOLDER = SOURCES.resolve(Path.of("harmonium", "model"));
  private static final Pattern MODEL = Pattern.compile("(?m)^@Model\\b");

  /** No two alike, so that axes which are mixed up do not fit. */
  private static final int[] SMALL = {6, 5, 4, 3, 7, 2};

  private static final List<ShippedModel> ALL = find();
  private static final Map<String, CompiledModel> COMPILED = new ConcurrentHashMap<>();

  /** All of them, by name. */
  static List<ShippedModel> all() {
    return ALL;
  }

  /** The one of that simple name. */
  static ShippedModel named(String name) {
    return ALL.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /** Its simple name. */
  String name() {
    return program.name();
  }

  /** Compiled with a few units on each axis, once for all tests. */
  CompiledModel small() {
    return COMPILED.computeIfAbsent(name(), _ -> sized(SMALL));
  }

  /** Compiled in the sizes that it is shipped in. */
  CompiledModel whole() {
    return sized(axes().stream().mapToInt(Axis::size).toArray());
  }

  /** Compiled in other sizes, one for each of {@link #axes()}, more being ignored. */
  CompiledModel sized(int... sizes) {
    List<Axis> axes = axes();
    String list =
        IntStream.range(0, axes.size())
            .mapToObj(i ->
                "@Size(of = \"%s\", is = %d)"
                    .formatted(axes.get(i).name(), whole(axes.get(i), sizes[i])))
            .collect(Collectors.joining(", "));
    String variant =
        "package zoo; import harmonium.api.*;\n"
            + "@Model(sizes = {%s}) public interface Sized%s extends %s {}"
                .formatted(list, name(), program.qualifiedName());
    return CompiledModel.of("Sized" + name(), variant);
  }

  /** A size that whole groups fit into. */
  private int whole(Axis axis, int size) {
    int groups = program.modelled(axis.name()).map(Symbol.UnitLayer::groups).orElse(1);
    return groups == 1 ? size : groups * ((size + groups - 1) / groups + 1);
  }

  /** The axes that have a size of their own: of the layers, then of the states. */
  List<Axis> axes() {
    Stream<Axis> layers = program.all(Symbol.UnitLayer.class).stream().map(Symbol.UnitLayer::axis);
    Stream<Axis> states =
        program.series().stream()
            .filter(s -> s.state() && s.shape().axis().name().equals(s.name()))
            .map(s -> s.shape().axis());
    return Stream.concat(layers, states).toList();
  }

  private static List<ShippedModel> find() {
    Map<String, ShippedModel> found = new TreeMap<>();
    // The back end is left out: here it is only asked which axes there are.
    HarmoniumProcessor processor =
        new HarmoniumProcessor(program -> {
          found.put(program.name(), new ShippedModel(program));
          return Javac.emptyKernel(program);
        });
    Compilation compilation =
        Compiler.javac()
            .withProcessors(processor)
            .withOptions("-sourcepath", SOURCES.toString(), "-implicit:none")
            .compile(sources());
    assertThat(compilation).succeeded();
    return List.copyOf(found.values());
  }

  private static List<JavaFileObject> sources() {
    return Javac.files(FOLDER, ".java").stream()
        .filter(file -> MODEL.matcher(text(file)).find())
        .map(file -> {
          String name = file.getFileName().toString().replace(".java", "");
          return JavaFileObjects.forSourceString("harmonium.model." + name, text(file));
        })
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
