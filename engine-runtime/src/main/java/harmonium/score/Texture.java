package harmonium.score;

import harmonium.music.PianoRoll;
import java.util.List;

/**
 * How dense music is and where it lies.
 *
 * @param steps number of steps
 * @param notesPerStep mean number of keys that sound in a step; 0 where there is no step
 * @param longestSilence most steps in a row in which nothing sounds
 * @param lowest lowest MIDI key that sounds; -1 if none does
 * @param highest highest MIDI key that sounds; -1 if none does
 */
public record Texture(
    long steps, double notesPerStep, int longestSilence, int lowest, int highest) {
  /** The texture of rolls taken together; a silence ends with its roll. */
  public static Texture of(List<PianoRoll> rolls) {
    long steps = 0;
    long sounding = 0;
    int silence = 0;
    int lowest = -1;
    int highest = -1;
    for (PianoRoll roll : rolls) {
      steps += roll.steps();
      sounding += roll.sounding();
      silence = Math.max(silence, longestSilence(roll));
      for (int key = roll.keys().low(); key <= roll.keys().high(); key++) {
        if (soundsAnywhere(roll, key)) {
          lowest = lowest < 0 ? key : Math.min(lowest, key);
          highest = Math.max(highest, key);
        }
      }
    }
    return new Texture(steps, steps == 0 ? 0 : (double) sounding / steps, silence, lowest, highest);
  }

  private static int longestSilence(PianoRoll roll) {
    int longest = 0;
    int run = 0;
    for (int step = 0; step < roll.steps(); step++) {
      run = roll.frames().count(step) == 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean soundsAnywhere(PianoRoll roll, int key) {
    for (int step = 0; step < roll.steps(); step++) {
      if (roll.sounds(step, key)) {
        return true;
      }
    }
    return false;
  }
}
