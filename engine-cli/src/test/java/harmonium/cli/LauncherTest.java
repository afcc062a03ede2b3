package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that finds a JDK, on a machine that has only what the test puts there. */
class LauncherTest {
  private static final List<String> TOOLS =
      List.of("cat", "find", "getconf", "mkdir", "nice", "readlink", "rm", "sed");

  @TempDir private Path folder;
  private Path root;
  private Path tools;
  private Path launcher;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    Path original = Path.of("..", "harmonium");
    assumeTrue(Files.exists(original) && Files.exists(Path.of("/bin/sh")), "no launcher or shell");
    root = Files.createDirectory(folder.resolve("a folder"));
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Path there = Path.of("/usr/bin", tool);
      Path found = Files.exists(there) ? there : Path.of("/bin", tool);
      assumeTrue(Files.exists(found), () -> "no " + tool + " here");
      program(tools, tool, "#!/bin/sh\nexec " + found + " \"$@\"\n");
    }
    // The usual places of JDKs, moved to where there is none.
    String text = Files.readString(original);
    String moved = text.replaceAll("(?<= )/(usr|opt|Library)/", folder + "/none/$1/");
    assertThat(moved).contains(folder + "/none/usr/lib/jvm/*").contains("/none/Library/Java");
    launcher = program(root, "harmonium", moved);
  }

  @Test
  void noJdkAtAllIsOneLine() throws Exception {
    Run run = run("", "models");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .singleElement()
        .asString()
        .startsWith("harmonium: needs a JDK 25 or newer and found none; install one");
  }

  @Test
  void oneThatIsTooOldOrCannotCompileIsNamed() throws Exception {
    Path old = jdk("old", "17.0.2");
    assertFound(run(old.toString(), "models"), "found only Java 17 in " + old + "; install one");
    Path runtime = jdk("runtime", "25");
    Files.delete(runtime.resolve("bin/javac"));
    assertFound(
        run(runtime.toString(), "models"),
        "found only Java 25, without a compiler in " + runtime + "; install one");
  }

  @Test
  void oneOnThePathRunsTheCommandWithItsWords() throws Exception {
    Path jdk = jdk("new", "26.0.1");
    Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
    Path jar = jar();
    Run run = run(jdk("old", "11.0.9").toString(), "train", "my tunes");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).endsWith("-jar", jar.toRealPath().toString(), "train", "my tunes");
    assertThat(run.lines()).contains("--add-modules", "jdk.incubator.vector");
  }

  @Test
  void withoutMavenNothingIsBuiltAndNothingIsLeft() throws Exception {
    Run run = run(jdk("new", "25.0.1").toString(), "models");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines())
        .singleElement()
        .asString()
        .startsWith("harmonium: needs Maven to build and found no mvn on the PATH; install it");
    assertThat(Cli.names(root)).containsExactly("harmonium");
  }

  @Test
  void benchNeedsItsModuleBuiltWhereTheSourcesAre() throws Exception {
    String home = jdk("new", "25.0.1").toString();
    jar();
    assertThat(run(home, "bench").lines())
        .endsWith("bench")
        .contains("-Dharmonium.root=" + root.toRealPath());
    Files.createDirectories(root.resolve("benchmarks/src"));
    assertThat(run(home, "bench").lines())
        .singleElement()
        .asString()
        .startsWith("harmonium: needs Maven to build");
    Path target = Files.createDirectories(root.resolve("benchmarks/target"));
    Files.createFile(target.resolve("benchmarks.jar"));
    // The command itself runs no kernel; the process that it starts does.
    assertThat(run(home, "bench").lines()).endsWith("bench").doesNotContain("--add-modules");
    assertThat(run(home, "models").lines()).endsWith("models");
  }

  @Test
  void whatIsPreparedIsUsedIfItIsNewerThanTheJar() throws Exception {
    String home = jdk("new", "25.0.1").toString();
    Path jar = jar();
    Path start = Files.createDirectories(jar.resolveSibling("start").resolve("25.0.1"));
    Path prepared = Files.createFile(start.resolve("harmonium.jar"));
    Path cache = Files.createFile(start.resolve("kernel.aot"));
    Files.createFile(start.resolve("ready"));
    Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
    assertThat(run(home, "compose").lines())
        .contains("-XX:AOTCache=" + cache.toRealPath())
        .endsWith("-jar", prepared.toRealPath().toString(), "compose");
    // A training would take twice the time with it.
    assertPlain(run(home, "train"), jar);
    assertPlain(run(home, "demo"), jar);
    // Nothing for quick commands is there.
    assertPlain(run(home, "models"), jar);
    Files.setLastModifiedTime(cache, FileTime.fromMillis(0));
    assertPlain(run(home, "compose"), jar);
    Files.delete(prepared);
    Files.setLastModifiedTime(cache, FileTime.fromMillis(5_000));
    assertPlain(run(home, "compose"), jar);
  }

  @Test
  void aNewBuildIsPreparedInTheBackgroundAndSilently() throws Exception {
    Path jdk = jdk("new", "25.0.1");
    Path jar = jar();
    Path told = folder.resolve("told");
    String prepare = "*Preparation*) printf '%s\\n' \"$@\" >'" + told + "'; echo noise;;";
    program(jdk.resolve("bin"), "java", "#!/bin/sh\ncase \"$*\" in " + prepare + "esac\n");
    assertThat(run(jdk.toString(), "models").lines()).isEmpty();
    for (int wait = 0; wait < 1000 && !(Files.exists(told) && Files.size(told) > 0); wait++) {
      Thread.sleep(10);
    }
    assertThat(Files.readAllLines(told))
        .contains("harmonium.cli.start.Preparation", "quick", "kernel")
        .contains(jar.toRealPath().resolveSibling("start").resolve("25.0.1").toString());
  }

  private static void assertPlain(Run run, Path jar) throws IOException {
    assertThat(run.lines()).noneMatch(word -> word.contains("AOT"));
    assertThat(run.lines()).contains(jar.toRealPath().toString());
  }

  private Path jar() throws IOException {
    Path target = Files.createDirectories(root.resolve("engine-cli/target"));
    return Files.createFile(target.resolve("harmonium.jar"));
  }

  private record Run(int code, List<String> lines) {}

  private Run run(String javaHome, String... words) throws Exception {
    ProcessBuilder process = new ProcessBuilder("/bin/sh", launcher.toString());
    process.command().addAll(List.of(words));
    process.environment().put("JAVA_HOME", javaHome);
    process.environment().put("HOME", folder.toString());
    process.environment().put("PATH", tools.toString());
    Process running = process.redirectErrorStream(true).start();
    List<String> lines = running.inputReader(StandardCharsets.UTF_8).readAllLines();
    return new Run(running.waitFor(), lines);
  }

  /** What looks like a JDK; its java prints its words, a line each. */
  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(bin, "java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    program(bin, "javac", "#!/bin/sh\n");
    return home;
  }

  private static Path program(Path where, String name, String text) throws IOException {
    Path file = Files.writeString(where.resolve(name), text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static void assertFound(Run run, String expected) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).singleElement().asString().contains(expected);
  }
}
