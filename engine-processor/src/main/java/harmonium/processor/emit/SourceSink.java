package harmonium.processor.emit;

import harmonium.processor.read.EarlierKernels;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes what the compiler makes; nothing else touches the Filer. */
public final class SourceSink {
  private static final String SERVICE = "META-INF/services/harmonium.kernel.KernelFactory";

  private final Filer filer;

  public SourceSink(Filer filer) {
    this.filer = filer;
  }

  /**
   * Writes one Java file.
   *
   * @param origin the model it was made from
   * @return whether it was written; if not, a class of that name is there already
   * @throws IOException if the file cannot be written
   */
  public boolean write(GeneratedSource source, Element origin) throws IOException {
    try (Writer out = filer.createSourceFile(source.qualifiedName(), origin).openWriter()) {
      out.write(source.text());
      return true;
    } catch (FilerException taken) {
      return false;
    }
  }

  /**
   * Writes a text beside the classes of a package, in UTF-8 whatever the sources are in.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeText(String pack, String file, String text, Element origin) throws IOException {
    FileObject resource = filer.createResource(StandardLocation.CLASS_OUTPUT, pack, file, origin);
    try (OutputStream out = resource.openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Lists factories as services, with those of earlier, incremental builds whose class and model
   * are still there as far as can be seen. An output without any has no list.
   *
   * @param factories binary names of this run, each with the model it was made from
   * @throws IOException if the file cannot be written
   */
  public void register(Map<String, TypeElement> factories, EarlierKernels earlier)
      throws IOException {
    List<String> registered = registered();
    if (factories.isEmpty() && registered.isEmpty()) {
      return;
    }
    TreeSet<String> listed = new TreeSet<>(factories.keySet());
    Set<Element> origins = new LinkedHashSet<>(factories.values());
    for (String factory : registered) {
      if (earlier.isSeen(factory) ? !earlier.isStale(factory) : classExists(factory)) {
        listed.add(factory);
        earlier.model(factory).ifPresent(origins::add);
      }
    }
    FileObject file =
        filer.createResource(
            StandardLocation.CLASS_OUTPUT, "", SERVICE, origins.toArray(Element[]::new));
    try (Writer out = file.openWriter()) {
      for (String line : listed) {
        out.write(line + "\n");
      }
    }
  }

  private List<String> registered() {
    return read(SERVICE)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private boolean classExists(String binaryName) {
    return !read(binaryName.replace('.', '/') + ".class").isEmpty();
  }

  /** The text of a file of the output; empty if it is not there. */
  private String read(String path) {
    try (var in = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException | RuntimeException absent) {
      // File managers differ in what they throw for a file that is not there.
      return "";
    }
  }
}
