package harmonium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesAFile() throws IOException {
    Path file = folder.resolve("a");
    AtomicFile.write(file, new byte[] {1});
    AtomicFile.write(file, new byte[] {2, 3});
    assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
    assertThat(names()).containsExactly("a");
  }

  @Test
  void leavesEverythingAsItWasWhenItFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("disk full");
                }))
        .isInstanceOf(FileException.class)
        .hasMessage(file + ": cannot be written: disk full");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            AtomicFile.write(
                folder.resolve("b"),
                out -> {
                  throw new IllegalStateException("a fault of ours");
                }));
    assertThat(file).hasContent("before");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void keepsALinkALink() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    AtomicFile.write(link, new byte[] {'x'});
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("x");
  }

  @Test
  void namesFoldersThatAreInTheWayOrMissing() {
    assertThatThrownBy(() -> AtomicFile.write(folder, new byte[0]))
        .hasMessage(folder + ": is a folder; name a file to write");
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("b/c"), new byte[0]))
        .hasMessage(folder.resolve("b/c") + ": its folder does not exist; make it first");
  }
}
