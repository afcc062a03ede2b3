package harmonium.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources in a folder, compiled all or a few at a time into one output, as build tools do. */
final class Project {
  static final String LIST = "META-INF/services/harmonium.kernel.KernelFactory";

  private static final String SYMBOLS =
      """
       {
        @Visible(3) Units v();
        @Hidden(2) Units h();
        @Parameter(value = {"v", "h"}, normal = 1) Tensor W();
        @Parameter("h") Tensor bh();
        @Parameter({"v", "h"}) Tensor A();
        @Equation("bh + v[t-1] @ A") Tensor bh_t();
        @Energy("-(h @ bh_t) - (v @ W @ h)") Scalar energy();
      }
      """;

  private final Path sources;
  private final Path output;
  private final Path generated;
  private final List<Processor> processors = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();

  Project(Path folder) {
    sources = folder.resolve("src");
    output = folder.resolve("out");
    // As build tools have it; javac would take a newer source for a class of its class path.
    generated = folder.resolve("gen");
    options("--release", "25", "-Xlint:all", "-Werror", "-implicit:none");
  }

  /** The text of a small model of that head, such as {@code @Model interface A}. */
  static String model(String head) {
    return head + SYMBOLS;
  }

  /** Writes a source; a file in a folder is in the package of that name. */
  Project write(String file, String text) throws IOException {
    Path path = sources.resolve(file);
    Files.createDirectories(path.getParent());
    String pack = sources.relativize(path.getParent()).toString().replace(File.separatorChar, '.');
    String head = pack.isEmpty() ? "" : "package " + pack + ";\n";
    boolean bare = file.endsWith("module-info.java");
    Files.writeString(path, bare ? text : head + "import harmonium.api.*;\n" + text);
    return this;
  }

  /** Processors beside our own. */
  Project with(Processor... others) {
    processors.addAll(List.of(others));
    return this;
  }

  Project options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** The next compilation processes classes of the output anew, as Gradle does. */
  Project reprocess(String... names) {
    classes.addAll(List.of(names));
    return this;
  }

  /** Compiles some sources, or all if none is named; what javac prints. */
  String compile(String... files) throws IOException {
    return compile(new HarmoniumProcessor(), files);
  }

  String compile(Processor ours, String... files) throws IOException {
    Files.createDirectories(output);
    Files.createDirectories(generated);
    List<Path> chosen =
        files.length == 0
            ? Javac.files(sources, ".java")
            : Stream.of(files).map(sources::resolve).toList();
    List<String> all =
        new ArrayList<>(List.of("-d", output.toString(), "-s", generated.toString()));
    all.addAll(options);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              printed,
              manager,
              null,
              all,
              classes.isEmpty() ? null : List.copyOf(classes),
              manager.getJavaFileObjectsFromPaths(chosen));
      task.setProcessors(Stream.concat(Stream.of(ours), processors.stream()).toList());
      task.call();
    }
    classes.clear();
    return printed.toString().replace(System.lineSeparator(), "\n");
  }

  /** Where the classes are. */
  Path output() {
    return output;
  }

  /** Where the generated sources are. */
  Path generated() {
    return generated;
  }

  /** The class path of a build that sees its own output. */
  String ownClassPath() {
    return output + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** The registered factories. */
  List<String> list() throws IOException {
    return Files.readAllLines(output.resolve(LIST));
  }
}
