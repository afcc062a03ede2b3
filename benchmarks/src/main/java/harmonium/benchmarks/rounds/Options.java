package harmonium.benchmarks.rounds;

import harmonium.benchmarks.peer.Sizes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run is asked for.
 *
 * @param full all sides and sizes, and how the cost grows; else a minute's worth
 * @param rounds turns of each side
 * @param seconds length of a turn
 * @param threads the most threads inside a call; one alone is measured before them
 * @param sizes names of sizes, if not all of the run's
 * @param sides what the names of sides begin with, if not all
 * @param root the folder of the sources, where {@code benchmarks} is
 * @param pythons interpreters for the sides in Python; the first that has the library is taken
 * @param music a zip of MIDI files whose epoch is timed
 * @param out the file of the results
 * @param pictures the folder of the pictures
 * @param against earlier results to compare with
 * @param table results to print instead of measuring
 * @param tolerance how much slower is no news, as a share
 */
public record Options(
    boolean full,
    int rounds,
    double seconds,
    int threads,
    List<String> sizes,
    List<String> sides,
    Path root,
    List<String> pythons,
    Optional<Path> music,
    Optional<Path> out,
    Optional<Path> pictures,
    Optional<Path> against,
    Optional<Path> table,
    double tolerance) {

  /**
   * Reads a command line, each word but {@code --full} followed by its value.
   *
   * @throws IllegalArgumentException if a word is unknown or has no fitting value
   */
  static Options of(String... args) {
    boolean full = List.of(args).contains("--full");
    int rounds = full ? 5 : 9;
    double seconds = full ? 0.2 : 0.1;
    int threads = full ? Runtime.getRuntime().availableProcessors() : 1;
    List<String> sizes = full ? Sizes.ALL.stream().map(Sizes::name).toList() : List.of("x1");
    List<String> sides = List.of("");
    Path root = Path.of("");
    // The one on the path may be a bare one, beside the system's with its libraries.
    List<String> pythons = List.of("python3", "/usr/bin/python3");
    Optional<Path> music = Optional.empty();
    Optional<Path> out = Optional.empty();
    Optional<Path> pictures = Optional.empty();
    Optional<Path> against = Optional.empty();
    Optional<Path> table = Optional.empty();
    double tolerance = 0.1;
    for (int i = 0; i < args.length; i++) {
      String word = args[i];
      if (word.equals("--full")) {
        continue;
      }
      if (++i == args.length) {
        throw new IllegalArgumentException(word + " has no value");
      }
      String value = args[i];
      switch (word) {
        case "--rounds" -> rounds = Integer.parseInt(value);
        case "--seconds" -> seconds = Double.parseDouble(value);
        case "--threads" -> threads = Integer.parseInt(value);
        case "--sizes" -> sizes = List.of(value.split(",", -1));
        case "--sides" -> sides = List.of(value.split(",", -1));
        case "--root" -> root = Path.of(value);
        case "--python" -> pythons = List.of(value);
        case "--music" -> music = Optional.of(Path.of(value));
        case "--out" -> out = Optional.of(Path.of(value));
        case "--pictures" -> pictures = Optional.of(Path.of(value));
        case "--against" -> against = Optional.of(Path.of(value));
        case "--table" -> table = Optional.of(Path.of(value));
        case "--tolerance" -> tolerance = Double.parseDouble(value);
        default -> throw new IllegalArgumentException("there is no " + word);
      }
    }
    sizes.forEach(Sizes::named);
    return new Options(
        full, rounds, seconds, threads, sizes, sides, root, pythons, music, out, pictures, against,
        table, tolerance);
  }

  /** Whether a side is asked for. */
  boolean wants(String side) {
    return sides.stream().anyMatch(side::startsWith);
  }
}
