package harmonium.kernel;

import java.util.List;
import java.util.Objects;

/**
 * Works on several chunks: some at once, their recurrences abreast, and what is left one by one.
 */
final class Abreast {
  private final SequenceKernel kernel;
  private final Slots slots;
  private final SequenceUnits units;
  private final PassRunner passes;
  private final CallOrder order;

  Abreast(
      SequenceKernel kernel, Slots slots, SequenceUnits units, PassRunner passes, CallOrder order) {
    this.kernel = kernel;
    this.slots = slots;
    this.units = units;
    this.passes = passes;
    this.order = order;
  }

  /**
   * Takes the monitors of chunks, and adds the gradient of each to its buffer. What is wrong is
   * told before anything is done, and afterwards no chunk is in hand, whatever happens.
   *
   * @param buffers empty for no gradients
   */
  void work(
      List<Chunk> chunks, long[] updates, int sweeps, double[] monitors, List<float[]> buffers) {
    check(chunks, updates, sweeps, monitors, buffers);
    try {
      int size = kernel.abreast();
      int together = size == 1 ? 0 : chunks.size() / size * size;
      for (int from = 0; from < together; from += size) {
        sample(chunks, from, size, updates, sweeps, monitors);
        if (!buffers.isEmpty()) {
          differentiate(buffers, from);
        }
      }
      for (int i = together; i < chunks.size(); i++) {
        Chunk chunk = chunks.get(i);
        kernel.recurrence(chunk.sequence(), chunk.from(), chunk.steps());
        monitors[i] = monitor(updates[i], sweeps);
        if (!buffers.isEmpty()) {
          kernel.gradient(buffers.get(i));
        }
      }
    } finally {
      slots.drop();
      order.chained(false);
    }
  }

  private void check(
      List<Chunk> chunks, long[] updates, int sweeps, double[] monitors, List<float[]> buffers) {
    if (order.needsChains()) {
      CallOrder.checkSweeps(sweeps);
    }
    Objects.checkFromIndexSize(0, chunks.size(), updates.length);
    Objects.checkFromIndexSize(0, chunks.size(), monitors.length);
    for (int i = 0; i < chunks.size(); i++) {
      units.check(chunks.get(i).sequence(), chunks.get(i).steps());
    }
    for (int i = 0; i < buffers.size(); i++) {
      order.checkGradient(buffers.get(i));
    }
  }

  /** Loads chunks into slots, and runs their recurrences, their chains and their monitors. */
  private void sample(
      List<Chunk> chunks, int from, int size, long[] updates, int sweeps, double[] monitors) {
    int longest = 0;
    for (int i = from; i < from + size; i++) {
      longest = Math.max(longest, chunks.get(i).steps());
    }
    slots.reserve(size, longest);
    for (int i = from; i < from + size; i++) {
      Chunk chunk = chunks.get(i);
      slots.add(chunk.steps());
      units.load(chunk.sequence(), chunk.from(), chunk.steps(), chunk.steps());
    }
    kernel.prepare();
    passes.runAbreast(Pass.RECURRENCE);
    for (int slot = 0; slot < size; slot++) {
      slots.take(slot);
      monitors[from + slot] = monitor(updates[from + slot], sweeps);
    }
  }

  /** The monitor of the chunk in hand, after its chains. */
  private double monitor(long update, int sweeps) {
    if (order.needsChains()) {
      kernel.skipTo(update);
      kernel.gibbs(sweeps);
    }
    return kernel.monitor();
  }

  private void differentiate(List<float[]> buffers, int from) {
    for (int slot = 0; slot < slots.used(); slot++) {
      slots.take(slot);
      slots.gradient(buffers.get(from + slot));
    }
    passes.runAbreast(Pass.GRADIENT);
  }
}
