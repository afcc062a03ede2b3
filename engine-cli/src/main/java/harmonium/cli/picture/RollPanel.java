package harmonium.cli.picture;

import harmonium.music.Grid;
import harmonium.music.PianoRoll;
import java.util.ArrayList;
import java.util.List;

/**
 * A piano-roll to be drawn, with its time.
 *
 * @param roll the music
 * @param grid what a step is
 * @param quartersPerMinute the tempo for a grid of beats, positive
 * @param title a line above it; may be empty
 */
public record RollPanel(PianoRoll roll, Grid grid, double quartersPerMinute, String title) {
  public RollPanel {
    if (!(quartersPerMinute > 0)) {
      throw new IllegalArgumentException("no tempo of " + quartersPerMinute);
    }
  }

  /**
   * A key that is held.
   *
   * @param key MIDI number
   * @param from first step
   * @param to the step after the last
   */
  record Bar(int key, int from, int to) {}

  /** Length of a step in seconds. */
  double secondsPerStep() {
    return grid.seconds(quartersPerMinute);
  }

  /** What is held in the first steps, by key, then by time. */
  List<Bar> bars(int steps) {
    List<Bar> bars = new ArrayList<>();
    for (int key = roll.keys().low(); key <= roll.keys().high(); key++) {
      int from = 0;
      for (int step = 0; step < steps; step++) {
        if (!roll.sounds(step, key)) {
          from = step + 1;
        } else if (step + 1 == steps || !roll.sounds(step + 1, key)) {
          bars.add(new Bar(key, from, step + 1));
        }
      }
    }
    return bars;
  }
}
