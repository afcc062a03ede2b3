package harmonium.benchmarks;

import harmonium.store.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long the command takes from its name to its end, with what the launcher has prepared and
 * without. JMH has no part in it, since it measures within a process and here the process is what
 * is measured. The two sides take turns, and have to print the same before anything is timed.
 *
 * <p>Run it in the root folder, where {@code ./harmonium} is.
 */
public final class StartUp {
  private static final int PATIENCE_SECONDS = 300;
  private static final String MODEL = "MODEL";
  private static final List<String> QUESTIONS =
      List.of(
          "--version",
          "--help",
          "models",
          "explain RnnRbm",
          "compose " + MODEL + " --steps 1 --seed 1 -o " + MODEL + ".mid");

  /** Whether the launcher may use what it has prepared. */
  private enum Side {
    CACHED("on"),
    PLAIN("off");

    private final String variable;

    Side(String variable) {
      this.variable = variable;
    }
  }

  /** Milliseconds of the rounds, ascending. */
  private record Times(String question, Side side, double[] sorted) {
    double at(double share) {
      return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"question\": \"%s\", \"side\": \"%s\", \"unit\": \"ms\", \"median\": %.1f,"
              + " \"p05\": %.1f, \"p95\": %.1f, \"rounds\": %d}",
          question,
          side.name().toLowerCase(Locale.ROOT),
          at(0.5),
          at(0.05),
          at(0.95),
          sorted.length);
    }
  }

  private final Path folder;

  private StartUp(Path folder) {
    this.folder = folder;
  }

  /** Takes {@code [--rounds N] [--out FILE.json]}. */
  public static void main(String[] args) throws Exception {
    int rounds = 20;
    Path out = null;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--out" -> out = Path.of(value);
        default -> throw new IllegalArgumentException("[--rounds N] [--out FILE], not " + args[i]);
      }
    }
    Path folder = Files.createTempDirectory("startup");
    try {
      List<Times> all = new StartUp(folder).measure(rounds);
      if (out != null) {
        List<String> lines = all.stream().map(Times::json).toList();
        String json = "[\n  " + String.join(",\n  ", lines) + "\n]\n";
        AtomicFile.write(out, json.getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(StartUp::delete);
      }
    }
  }

  private List<Times> measure(int rounds) throws Exception {
    Path tunes = folder.resolve("tunes.txt");
    Files.writeString(tunes, "60,64,67;60,64,67;62,65,69;;72\n".repeat(4));
    run("train " + tunes + " --epochs 1 --seed 1 --out " + MODEL, Side.PLAIN);
    waitUntilPrepared();
    for (String question : QUESTIONS) {
      if (!run(question, Side.CACHED).equals(run(question, Side.PLAIN))) {
        throw new IllegalStateException(question + ": the sides print different things");
      }
    }
    double[][][] times = new double[QUESTIONS.size()][Side.values().length][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int q = 0; q < QUESTIONS.size(); q++) {
        for (Side side : Side.values()) {
          long begin = System.nanoTime();
          run(QUESTIONS.get(q), side);
          times[q][side.ordinal()][round] = (System.nanoTime() - begin) / 1e6;
        }
      }
    }
    return report(times);
  }

  private static List<Times> report(double[][][] times) {
    List<Times> all = new ArrayList<>();
    System.out.println("milliseconds: median (5 % .. 95 %)");
    for (int q = 0; q < QUESTIONS.size(); q++) {
      for (Side side : Side.values()) {
        double[] sorted = times[q][side.ordinal()];
        Arrays.sort(sorted);
        String name = QUESTIONS.get(q).replace(MODEL + " ", "").replaceAll(" --seed.*", "");
        Times one = new Times(name, side, sorted);
        all.add(one);
        System.out.printf(
            Locale.ROOT,
            "%-20s %-7s %7.1f (%.1f .. %.1f)%n",
            name,
            side.name().toLowerCase(Locale.ROOT),
            one.at(0.5),
            one.at(0.05),
            one.at(0.95));
      }
    }
    return all;
  }

  /** The launcher prepares in the background of the first command after a build. */
  private void waitUntilPrepared() throws Exception {
    Path start = Path.of("engine-cli", "target", "start");
    Path jar = Path.of("engine-cli", "target", "harmonium.jar");
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      run("--version", Side.CACHED);
      if (Files.isDirectory(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          if (files.anyMatch(file -> file.endsWith("ready") && isNewer(file, jar))) {
            return;
          }
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("nothing is prepared in " + start);
  }

  private static boolean isNewer(Path file, Path than) {
    try {
      return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(String words, Side side) throws Exception {
    String model = folder.resolve("model").toString();
    List<String> line = new ArrayList<>(List.of("./harmonium"));
    line.addAll(Arrays.stream(words.split(" ")).map(w -> w.replace(MODEL, model)).toList());
    ProcessBuilder process = new ProcessBuilder(line).redirectErrorStream(true);
    process.environment().put("HARMONIUM_CACHE", side.variable);
    Process running = process.start();
    String told = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (running.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", line) + ": " + told);
    }
    return told;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
