package harmonium.cli;

import java.util.List;

/** The kinds of files that {@code roll} writes. */
enum RollTarget {
  MIDI(".mid", ".midi"),
  TEXT(".txt", ".txt.gz"),
  PICTURE(".png", ".svg"),
  SOUND(".wav");

  private final List<String> endings;

  RollTarget(String... endings) {
    this.endings = List.of(endings);
  }

  List<String> endings() {
    return endings;
  }
}
