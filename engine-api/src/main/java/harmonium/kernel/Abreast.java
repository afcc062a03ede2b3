package harmonium.kernel;

import java.util.List;

/** Works on several chunks at once: their recurrences abreast, all else one after the other. */
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

  /** Loads chunks into slots, and runs their recurrences, their chains and their monitors. */
  void sample(List<Chunk> chunks, long[] updates, int sweeps, double[] monitors) {
    CallOrder.checkSweeps(sweeps);
    int longest = 0;
    for (int i = 0; i < chunks.size(); i++) {
      units.check(chunks.get(i).sequence(), chunks.get(i).steps());
      longest = Math.max(longest, chunks.get(i).steps());
    }
    slots.reserve(chunks.size(), longest);
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      slots.add(chunk.steps());
      units.load(chunk.sequence(), chunk.from(), chunk.steps(), chunk.steps());
    }
    kernel.prepare();
    passes.runAbreast(Pass.RECURRENCE);
    for (int i = 0; i < chunks.size(); i++) {
      slots.take(i);
      if (order.needsChains()) {
        kernel.skipTo(updates[i]);
        kernel.gibbs(sweeps);
      }
      monitors[i] = kernel.monitor();
    }
  }

  /** Adds the gradient of each chunk to its buffer. */
  void differentiate(List<float[]> buffers) {
    for (int i = 0; i < slots.used(); i++) {
      slots.take(i);
      slots.gradient(buffers.get(i));
    }
    passes.runAbreast(Pass.GRADIENT);
  }

  /** Leaves no chunk in hand. */
  void unload() {
    slots.drop();
    order.chained(false);
  }
}
