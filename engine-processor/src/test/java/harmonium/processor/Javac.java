package harmonium.processor;

import harmonium.processor.emit.GeneratedSource;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Runs javac with the processor over sources in memory and keeps the text it prints. */
final class Javac {
  /** A second half that writes an empty kernel. */
  static Backend.Result emptyKernel(Program program) {
    String prefix = program.packageName().isEmpty() ? "" : program.packageName() + ".";
    String text =
        (prefix.isEmpty() ? "" : "package " + program.packageName() + ";\n")
            + "final class "
            + program.kernelName()
            + " {\n  static final class Factory {}\n}\n";
    String name = prefix + program.kernelName();
    return new Backend.Result(
        List.of(new GeneratedSource(name, text)), name, Map.of("fake", "empty\n"), "");
  }

  /** The real back end, whose diagnostics count too; its kernel is not compiled. */
  static Backend.Result compiled(Program program) {
    Backend.compile(program);
    return emptyKernel(program);
  }

  /** A second half that writes nothing, and tells what it was given. */
  static Backend.Result printed(Program program) {
    return new Backend.Result(List.of(), "", Map.of("program", IrPrinter.print(program)), "");
  }

  private Javac() {}

  /** What javac prints for one file. */
  static String run(
      HarmoniumProcessor processor, String file, String text, Path output, String... options) {
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }

          @Override
          public String getName() {
            return file;
          }

          @Override
          public boolean isNameCompatible(String simpleName, Kind kind) {
            return !simpleName.endsWith("-info");
          }
        };
    List<String> all = new ArrayList<>(List.of("-d", output.toString()));
    all.addAll(List.of(options));
    StringWriter printed = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(printed, null, null, all, null, List.of(source));
    task.setProcessors(List.of(processor));
    task.call();
    return printed.toString().replace(System.lineSeparator(), "\n");
  }

  /** All files below a folder with one ending, sorted. */
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
