package harmonium.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a jar of the command made of the class path. */
class PreparationTest {
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @TempDir private Path folder;
  private Path jar;
  private Path start;

  @BeforeEach
  void packTheCommand() throws IOException {
    jar = folder.resolve("harmonium.jar");
    start = folder.resolve("the start");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      Set<String> names = new HashSet<>();
      for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (!part.matches(".*(test-classes|junit|assertj|byte-buddy).*")) {
          pack(Path.of(part), names, out);
        }
      }
    }
  }

  @Test
  void outputsAreTheSameWithAnyCacheAndNone() throws Exception {
    assertThat(prepare()).isEmpty();
    assertThat(names()).containsExactly("harmonium.jar", "lock", "quick.aot", "ready");
    Path modern = start.resolve("harmonium.jar");
    Path cache = start.resolve("quick.aot");
    String expected = help(jar, null);
    assertThat(expected).startsWith("Usage: harmonium ");
    assertThat(help(modern, null)).isEqualTo(expected);
    assertThat(help(modern, cache)).isEqualTo(expected);
    // Of another jar, cut short, of another make, and gone.
    assertThat(help(jar, cache)).isEqualTo(expected);
    byte[] bytes = Files.readAllBytes(cache);
    Files.write(cache, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(help(modern, cache)).isEqualTo(expected);
    Files.writeString(cache, "no cache");
    assertThat(help(modern, cache)).isEqualTo(expected);
    Files.delete(cache);
    assertThat(help(modern, cache)).isEqualTo(expected);
  }

  @Test
  void whatIsReadyIsLeftAndWhatFailsIsNotTriedAgain() throws Exception {
    assertThat(prepare("-XX:NoSuchFlag")).isEmpty();
    assertThat(names()).containsExactly("harmonium.jar", "lock", "ready");
    assertThat(prepare()).isEmpty();
    assertThat(names()).doesNotContain("quick.aot");
  }

  private String prepare(String... more) throws Exception {
    List<String> flags = new ArrayList<>(QUICK);
    flags.addAll(List.of(more));
    String cache = String.join(" ", flags);
    String main = Preparation.class.getName();
    return java(List.of("-cp", jar.toString(), main, start.toString(), "quick", cache));
  }

  private static String help(Path jar, Path cache) throws Exception {
    List<String> line = new ArrayList<>(QUICK);
    if (cache != null) {
      // As the launcher does.
      line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off,cds*=off"));
    }
    line.addAll(List.of("-cp", jar.toString(), "harmonium.cli.Harmonium", "--help"));
    return java(line);
  }

  private static String java(List<String> words) throws Exception {
    List<String> line = new ArrayList<>(words);
    line.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(start)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void pack(Path part, Set<String> names, ZipOutputStream out) throws IOException {
    if (Files.isDirectory(part)) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = part.relativize(file).toString().replace(File.separatorChar, '/');
          put(name, Files.readAllBytes(file), names, out);
        }
      }
    } else {
      try (ZipFile jar = new ZipFile(part.toFile())) {
        for (ZipEntry entry : Collections.list(jar.entries())) {
          put(entry.getName(), jar.getInputStream(entry).readAllBytes(), names, out);
        }
      }
    }
  }

  private static void put(String name, byte[] bytes, Set<String> names, ZipOutputStream out)
      throws IOException {
    if (!name.endsWith("module-info.class") && names.add(name)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(bytes);
    }
  }
}
