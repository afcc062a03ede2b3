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

  private static Frames frames(Layer layer, int steps) {
    return switch (layer.type()) {
      case BERNOULLI -> {
        Frames frames = new Frames(steps, layer.size());
        for (int step = 0; step < steps; step++) {
          for (int unit = step % layer.size(); unit < layer.size(); unit += SPACING) {
            frames.set(step, unit, true);
          }
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
