package harmonium.processor;

import harmonium.processor.emit.GeneratedSource;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Many sources in one run of javac, whose classes nobody wants. */
final class Batch {
  private Batch() {}

  /** What javac has against them, each with its file; empty if it takes all. */
  static List<String> refusals(List<GeneratedSource> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileManager nowhere =
        new ForwardingJavaFileManager<>(javac.getStandardFileManager(found, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new Discarded(name, kind);
          }
        };
    List<String> options = List.of("-proc:none", "--add-modules", "jdk.incubator.vector");
    List<JavaFileObject> files = sources.stream().map(Batch::file).toList();
    javac.getTask(null, nowhere, found, options, null, files).call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d ->
            d.getSource().getName() + ":" + d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
        .collect(Collectors.toList());
  }

  /** A source as javac takes it. */
  static JavaFileObject file(GeneratedSource source) {
    return new Source(source);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(GeneratedSource source) {
      super(
          URI.create("string:///" + source.qualifiedName().replace('.', '/') + ".java"),
          Kind.SOURCE);
      text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Discarded extends SimpleJavaFileObject {
    Discarded(String name, Kind kind) {
      super(URI.create("null:///" + name.replace('.', '/') + kind.extension), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return OutputStream.nullOutputStream();
    }
  }
}
