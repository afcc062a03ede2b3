package harmonium.train;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Layer;

/** Sequences of no meaning that any model takes. */
final class MadeUp {
  /** One key in so many sounds: about as dense as music. */
  private static final int SPACING = 19;

  private MadeUp() {}

  /** Frames of the visible layer with those of the inputs beside them. */
  static Frames sequence(Blueprint model, int steps) {
    Frames sequence = frames(model.visible(), steps);
    for (Layer input : model.inputs()) {
      sequence = sequence.with(input.name(), frames(input, steps));
    }
    return sequence;
  }

  /**
   * In turn as dense as music, half on, silent, and with the first or the last word of bits alone.
   */
  private static void play(Frames frames, int step) {
    int turn = step % 5;
    int spacing = turn == 1 ? 2 : SPACING;
    int from = turn == 4 ? (frames.units() - 1) / 64 * 64 : 0;
    int to = turn == 2 ? 0 : turn == 3 ? Math.min(64, frames.units()) : frames.units();
    for (int unit = from + step % spacing; unit < to; unit += spacing) {
      frames.set(step, unit, true);
    }
  }

  private static Frames frames(Layer layer, int steps) {
    return switch (layer.type()) {
      case BERNOULLI -> {
        Frames frames = new Frames(steps, layer.size());
        for (int step = 0; step < steps; step++) {
          play(frames, step);
        }
        yield frames;
      }
      case SOFTMAX -> {
        Frames frames = new Frames(steps, layer.size());
        int choices = layer.size() / layer.groups();
        for (int step = 0; step < steps; step++) {
          for (int group = 0; group < layer.groups(); group++) {
            frames.set(step, group * choices + (step + group) % choices, true);
          }
        }
        yield frames;
      }
      case GAUSSIAN -> {
        Frames frames = Frames.real(steps, layer.size());
        for (int step = 0; step < steps; step++) {
          for (int unit = 0; unit < layer.size(); unit++) {
            frames.set(step, unit, (step + unit) % 5 * 0.5f - 1);
          }
        }
        yield frames;
      }
    };
  }
}
