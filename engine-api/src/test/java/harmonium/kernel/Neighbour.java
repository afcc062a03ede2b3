package harmonium.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Where the other draw is that a draw should have nothing to do with.
 *
 * @param draws the others of those that {@link #first} makes, in their order
 */
record Neighbour(String name, Function<Stream, int[]> draws) {
  private static final long UPDATE = 3;

  /** The draws whose neighbours these are. */
  static int[] first(Stream stream, long seed) {
    return Chains.draws(stream, seed, UPDATE, 0, 0);
  }

  /** All that vectors, sweeps, rows, updates and users' seeds put side by side. */
  static List<Neighbour> all(long seed) {
    List<Neighbour> all = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      all.add(at("unit + " + i, seed, 0, 0, i));
      all.add(at("row + " + i, seed, 0, i, 0));
    }
    all.add(at("row + 1, unit - 1", seed, 0, 1, -1));
    all.add(at("layer + 1", seed, 0, 0, Chains.HIDDEN));
    all.add(at("sweep + 1", seed, 0, 0, Chains.UNITS));
    all.add(at("update + 1", seed, 1, 0, 0));
    all.add(at("update + 2", seed, 2, 0, 0));
    all.add(at("seed + 1", seed + 1, 0, 0, 0));
    all.add(at("seed + 1, update - 1", seed + 1, -1, 0, 0));
    all.add(at("update + 1, row - 1", seed, 1, -1, 0));
    all.add(at("seed + 2^32", seed + (1L << 32), 0, 0, 0));
    all.add(at("seed + 2^63", seed + (1L << 63), 0, 0, 0));
    all.add(startingAlike(seed));
    return all;
  }

  private static Neighbour at(String name, long seed, long update, int row, int place) {
    return new Neighbour(name, stream -> Chains.draws(stream, seed, UPDATE + update, row, place));
  }

  /** Of these the one of a name. */
  static Neighbour called(String name, long seed) {
    return all(seed).stream().filter(n -> n.name.equals(name)).findFirst().orElseThrow();
  }

  /** Layers whose keys have the same lower half ({@link Chains#startingAlike}). */
  static Neighbour startingAlike(long seed) {
    return new Neighbour("layer that starts alike", s -> Chains.startingAlike(s, seed, UPDATE));
  }

  @Override
  public String toString() {
    return name;
  }
}
