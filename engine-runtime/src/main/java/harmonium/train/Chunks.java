package harmonium.train;

import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Cuts sequences into the chunks whose gradients are taken, and these into batches. */
final class Chunks {
  private Chunks() {}

  /**
   * Cuts sequences into chunks of {@code length} steps; the last of a sequence may be shorter and
   * counts like any other.
   */
  static List<Chunk> cut(List<Frames> sequences, int length) {
    List<Chunk> chunks = new ArrayList<>();
    for (Frames sequence : sequences) {
      for (int from = 0; from < sequence.steps(); from += length) {
        chunks.add(new Chunk(sequence, from, Math.min(length, sequence.steps() - from)));
      }
    }
    return chunks;
  }

  /** Takes the chunks in their order, {@code size} to a batch; the last batch may have fewer. */
  static List<List<Chunk>> batches(List<Chunk> chunks, int size) {
    List<List<Chunk>> batches = new ArrayList<>();
    for (int from = 0; from < chunks.size(); from += size) {
      batches.add(chunks.subList(from, from + Math.min(size, chunks.size() - from)));
    }
    return batches;
  }

  /** The sequences in an order that depends on the seed alone (Fisher and Yates). */
  static List<Frames> shuffled(List<Frames> sequences, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Frames> order = new ArrayList<>(sequences);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Frames moved = order.get(i);
      order.set(i, order.get(j));
      order.set(j, moved);
    }
    return order;
  }
}
