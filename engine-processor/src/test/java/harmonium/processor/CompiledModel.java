package harmonium.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.processor.ir.Program;
import harmonium.processor.plan.Means;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** A model compiled in memory, with its program and the classes of its kernel. */
final class CompiledModel {
  private final Program program;
  private final List<JavaFileObject> inputs;
  private final Map<String, byte[]> classes = new TreeMap<>();
  private final Map<String, String> sources = new TreeMap<>();
  private final KernelFactory factory;

  private CompiledModel(Program program, Compilation compilation) {
    this.program = program;
    inputs = compilation.sourceFiles();
    for (JavaFileObject file : compilation.generatedFiles()) {
      switch (file.getKind()) {
        case CLASS -> classes.put(className(file), bytes(file));
        case SOURCE -> sources.put(file.getName(), new String(bytes(file), StandardCharsets.UTF_8));
        default -> {}
      }
    }
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    try {
      factory =
          (KernelFactory)
              loader
                  .loadClass(program.packageName() + "." + program.kernelName() + "$Factory")
                  .getConstructor()
                  .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Compiles the interface of that name in package {@code zoo}, with what else it needs; shipped
   * models are found.
   */
  static CompiledModel of(String name, String source, JavaFileObject... others) {
    return of(
        name,
        Means.ALL,
        Stream.concat(
                Stream.of(JavaFileObjects.forSourceString("zoo." + name, source)),
                Stream.of(others))
            .toList());
  }

  /** The same model, compiled without one of the means. */
  CompiledModel without(Means one) {
    Set<Means> others = EnumSet.allOf(Means.class);
    others.remove(one);
    return of(program.name(), others, inputs);
  }

  private static CompiledModel of(String name, Set<Means> means, List<JavaFileObject> files) {
    List<Program> programs = new ArrayList<>();
    HarmoniumProcessor processor =
        new HarmoniumProcessor(program -> {
          programs.add(program);
          return Backend.compile(program, means);
        });
    Compilation compilation =
        javac()
            .withProcessors(processor)
            // What it extends is compiled as an interface, without a kernel of its own.
            .withOptions(
                "--add-modules",
                "jdk.incubator.vector",
                "-implicit:class",
                "-sourcepath",
                ShippedModel.SOURCES.toString())
            .compile(files);
    assertThat(compilation).succeeded();
    Program program =
        programs.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    return new CompiledModel(program, compilation);
  }

  Program program() {
    return program;
  }

  Parameters parameters() {
    return Parameters.zeros(factory.blueprint());
  }

  Kernel kernel(Parameters parameters, Lanes lanes, Team team) {
    return factory.create(parameters, lanes, team);
  }

  Kernel kernel(Parameters parameters) {
    return kernel(parameters, Lanes.SCALAR, Team.alone());
  }

  /** The files that the model was written in. */
  List<JavaFileObject> inputs() {
    return inputs;
  }

  /** The class files by class name. */
  Map<String, byte[]> classes() {
    return classes;
  }

  /** The generated sources by file name. */
  Map<String, String> sources() {
    return sources;
  }

  private static String className(JavaFileObject file) {
    String path = file.getName().replaceFirst("^/?CLASS_OUTPUT/", "");
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  private static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
