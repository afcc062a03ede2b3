package harmonium.encode;

import harmonium.kernel.Frames;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;

/**
 * A unit for each key, on while it sounds.
 *
 * @param keys unit i is key {@code keys.low() + i}
 */
public record KeyUnits(KeyRange keys) implements Encoding {
  @Override
  public Frames frames(PianoRoll roll) {
    return roll.frames();
  }

  @Override
  public PianoRoll roll(Frames frames) {
    return new PianoRoll(keys, frames);
  }
}
