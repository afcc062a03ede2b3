package harmonium.encode;

import harmonium.kernel.Frames;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;

/**
 * A group of units for each voice, of which one is on: the first if the voice rests, otherwise that
 * of its key.
 *
 * <p>The notes of a step are dealt out from both ends: the highest to the first voice, the lowest
 * to the last, the next highest to the second, and so on. So the first voice has the melody and the
 * last the bass however many notes sound; of more notes than voices the inner ones are lost, and
 * with fewer the inner voices rest.
 *
 * @param keys unit 1 + i of a group is key {@code keys.low() + i}
 * @param voices number of voices, at least 1
 */
public record VoiceUnits(KeyRange keys, int voices) implements Encoding {
  public VoiceUnits {
    if (voices < 1) {
      throw new IllegalArgumentException("no music of " + voices + " voices");
    }
  }

  @Override
  public Frames frames(PianoRoll roll) {
    Frames frames = new Frames(roll.steps(), voices * choices());
    for (int step = 0; step < roll.steps(); step++) {
      int notes = roll.frames().count(step);
      int low = keys.low() - 1;
      int high = keys.high() + 1;
      for (int dealt = 0; dealt < voices; dealt++) {
        boolean fromTop = dealt % 2 == 0;
        int voice = fromTop ? dealt / 2 : voices - 1 - dealt / 2;
        int choice = 0;
        if (dealt < notes && fromTop) {
          high = next(roll, step, high, -1);
          choice = 1 + high - keys.low();
        } else if (dealt < notes) {
          low = next(roll, step, low, 1);
          choice = 1 + low - keys.low();
        }
        frames.set(step, voice * choices() + choice, true);
      }
    }
    return frames;
  }

  private static int next(PianoRoll roll, int step, int key, int way) {
    int next = key + way;
    while (!roll.sounds(step, next)) {
      next += way;
    }
    return next;
  }

  @Override
  public PianoRoll roll(Frames frames) {
    PianoRoll roll = PianoRoll.silent(keys, frames.steps());
    for (int step = 0; step < frames.steps(); step++) {
      for (int voice = 0; voice < voices; voice++) {
        for (int unit = 0; unit < keys.size(); unit++) {
          if (frames.get(step, voice * choices() + 1 + unit)) {
            roll.frames().set(step, unit, true);
          }
        }
      }
    }
    return roll;
  }

  /** Number of notes of a roll that find no voice, a key in neighbouring steps being one. */
  public long lost(PianoRoll roll) {
    PianoRoll kept = roll(frames(roll));
    PianoRoll lost = PianoRoll.silent(keys, roll.steps());
    for (int i = 0; i < lost.frames().words().length; i++) {
      lost.frames().words()[i] = roll.frames().words()[i] & ~kept.frames().words()[i];
    }
    return lost.notes();
  }

  private int choices() {
    return 1 + keys.size();
  }
}
