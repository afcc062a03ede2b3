package harmonium.encode;

import harmonium.kernel.Frames;
import harmonium.kernel.Layer;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;

/** What the visible units of a model of music stand for. */
public sealed interface Encoding permits KeyUnits, VoiceUnits {
  /** The keys that can be said. */
  KeyRange keys();

  /**
   * The frames of a roll.
   *
   * @param roll of these keys
   */
  Frames frames(PianoRoll roll);

  /** The roll of some frames. */
  PianoRoll roll(Frames frames);

  /** Number of keys that a layer has units for: binary units, or groups of a rest and the keys. */
  static int keys(Layer visible) {
    return switch (visible.type()) {
      case BERNOULLI -> visible.size();
      case SOFTMAX -> visible.size() / visible.groups() - 1;
      case GAUSSIAN ->
          throw new IllegalArgumentException("real units stand for numbers, not for keys");
    };
  }

  /**
   * The encoding for a layer.
   *
   * @throws IllegalArgumentException if the layer has units for another number of keys, or real
   *     ones
   */
  static Encoding of(Layer visible, KeyRange keys) {
    if (keys(visible) != keys.size()) {
      throw new IllegalArgumentException(
          "the layer " + visible.name() + " has " + keys(visible) + " keys, not those of " + keys);
    }
    return switch (visible.type()) {
      case BERNOULLI -> new KeyUnits(keys);
      case SOFTMAX -> new VoiceUnits(keys, visible.groups());
      case GAUSSIAN -> throw new IllegalStateException("told above");
    };
  }
}
