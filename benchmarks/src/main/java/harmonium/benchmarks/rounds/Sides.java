package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Peers;
import harmonium.benchmarks.peer.PlainPeer;
import harmonium.store.FileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command lines of the sides that can be had here. */
final class Sides {
  /** The launcher tells by this how it runs kernels. */
  private static final String LAUNCHER = "HARMONIUM_KERNEL_FLAGS";

  private static final String FLAGS =
      System.getenv()
          .getOrDefault(
              LAUNCHER,
              "--add-modules jdk.incubator.vector -XX:+UseSerialGC -XX:ObjectAlignmentInBytes=64");

  /** What libraries with native code need to be silent. */
  private static final List<String> NATIVE =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private Sides() {}

  /**
   * Command lines by a name to choose them by; the side itself may tell a better one. The first
   * that begins is the side.
   *
   * @throws Fault if a name is asked for that none begins with
   */
  static Map<String, List<List<String>>> all(Options options) {
    Map<String, List<List<String>>> all = new LinkedHashMap<>();
    for (String name : Peers.ours()) {
      all.put(name, List.of(java(jar(), List.of(), name)));
    }
    String plain = new PlainPeer().name();
    all.put(plain, List.of(java(jar(), List.of(), plain)));
    Path benchmarks = options.root().resolve("benchmarks");
    String script = benchmarks.resolve("python").resolve("peer.py").toString();
    for (String name : options.full() ? List.of("numpy", "torch") : List.of("numpy")) {
      all.put(name, options.pythons().stream().map(p -> List.of(p, script, name)).toList());
    }
    if (options.full()) {
      all.putAll(libraries(benchmarks.resolve("peers")));
    }
    for (String wanted : options.sides()) {
      if (all.keySet().stream().noneMatch(name -> name.startsWith(wanted))) {
        throw new Fault(
            "no side begins with \"%s\"; there are %s%s"
                .formatted(
                    wanted,
                    String.join(", ", all.keySet()),
                    options.full() ? "" : ", and with --full others"));
      }
    }
    all.keySet().removeIf(name -> !options.wants(name));
    return all;
  }

  /** The side of the micro-kernels. */
  static List<String> limits() {
    return java(jar(), List.of(), Answers.LIMITS);
  }

  private static Map<String, List<List<String>>> libraries(Path folder) {
    Map<String, List<List<String>>> libraries = new LinkedHashMap<>();
    if (!Files.isDirectory(folder)) {
      return libraries;
    }
    try (Stream<Path> modules = Files.list(folder)) {
      for (Path module : modules.sorted().toList()) {
        Path target = module.resolve("target");
        Path list = target.resolve("classpath.txt");
        if (Files.exists(list)) {
          String path =
              String.join(
                  File.pathSeparator,
                  jar(),
                  target.resolve("classes").toString(),
                  Files.readString(list).strip());
          List<String> line = java(path, NATIVE, Answers.SERVICE);
          libraries.put(module.getFileName().toString(), List.of(line));
        }
      }
      return libraries;
    } catch (IOException e) {
      throw FileException.of(folder, e);
    }
  }

  private static List<String> java(String classPath, List<String> further, String side) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(FLAGS.split(" +")));
    line.addAll(further);
    line.addAll(List.of("-cp", classPath, Answers.class.getName(), side));
    return line;
  }

  private static String jar() {
    return System.getProperty("java.class.path");
  }
}
