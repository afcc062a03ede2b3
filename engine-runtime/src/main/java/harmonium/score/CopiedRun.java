package harmonium.score;

import harmonium.kernel.Frames;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import java.util.Arrays;
import java.util.List;

/**
 * The longest run of steps that a roll has in common with another, all keys alike: what a listener
 * would call a quotation.
 *
 * @param steps its length; 0 if no step is found elsewhere
 * @param from its first step in the roll
 * @param source name of the piece that has it too; empty if there is none
 * @param at its first step there
 */
public record CopiedRun(int steps, int from, String source, int at) {
  /** The longest of all; of equals that in the earliest piece, and there the earliest. */
  public static CopiedRun longest(PianoRoll roll, List<Piece> pieces) {
    CopiedRun longest = new CopiedRun(0, 0, "", 0);
    for (Piece piece : pieces) {
      if (!piece.roll().keys().equals(roll.keys())) {
        throw new IllegalArgumentException(
            piece.name() + " has the keys " + piece.roll().keys() + ", not " + roll.keys());
      }
      CopiedRun run = longest(roll.frames(), piece.roll().frames(), piece.name());
      longest = run.steps > longest.steps ? run : longest;
    }
    return longest;
  }

  /**
   * Longest common substring: {@code ending[j]} is the length of the run that ends at (i, j - 1).
   */
  private static CopiedRun longest(Frames roll, Frames other, String source) {
    CopiedRun longest = new CopiedRun(0, 0, "", 0);
    int[] ending = new int[other.steps() + 1];
    for (int i = 0; i < roll.steps(); i++) {
      for (int j = other.steps(); j > 0; j--) {
        ending[j] = same(roll, i, other, j - 1) ? ending[j - 1] + 1 : 0;
        if (ending[j] > longest.steps) {
          longest = new CopiedRun(ending[j], i + 1 - ending[j], source, j - ending[j]);
        }
      }
    }
    return longest;
  }

  private static boolean same(Frames one, int i, Frames other, int j) {
    int width = one.wordsPerStep();
    return Arrays.equals(
        one.words(), i * width, (i + 1) * width, other.words(), j * width, (j + 1) * width);
  }
}
