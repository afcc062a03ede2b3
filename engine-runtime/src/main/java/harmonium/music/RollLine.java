package harmonium.music;

import harmonium.store.FileException;

/** Reads one line of rolls as text. */
final class RollLine {
  private final String place;
  private final byte[] line;
  private final int[] lastDropped = new int[KeyRange.HIGHEST + 1];
  private int droppedPitches;

  /** A line without its end; {@code place} is file and number of the line. */
  RollLine(String place, byte[] line) {
    this.place = place;
    this.line = line;
  }

  /**
   * Number of notes outside the range, a key in neighbouring steps being one; known after {@link
   * #read}.
   */
  int droppedPitches() {
    return droppedPitches;
  }

  PianoRoll read(KeyRange keys) {
    int steps = 1;
    for (byte b : line) {
      steps += b == ';' ? 1 : 0;
    }
    if (steps > PianoRoll.MOST_STEPS) {
      throw new FileException(place, steps + " steps are more than " + PianoRoll.MOST_STEPS);
    }
    PianoRoll roll = PianoRoll.silent(keys, steps);
    int step = 0;
    int at = 0;
    while (at < line.length) {
      if (line[at] == ';') {
        step++;
        at++;
        continue;
      }
      int end = endOfKey(at);
      int key = key(at, end);
      if (keys.contains(key)) {
        roll.frames().set(step, key - keys.low(), true);
      } else {
        drop(key, step);
      }
      at = end;
      if (at < line.length && line[at] == ',') {
        at++;
        if (at == line.length || line[at] == ';') {
          throw error(at, "a key is missing after the comma");
        }
      }
    }
    return roll;
  }

  private void drop(int key, int step) {
    // Steps are counted from 1 here, 0 being never.
    int before = lastDropped[key];
    droppedPitches += before == 0 || before < step ? 1 : 0;
    lastDropped[key] = step + 1;
  }

  private int endOfKey(int from) {
    int end = from;
    while (end < line.length && line[end] != ';' && line[end] != ',') {
      if (line[end] < '0' || line[end] > '9') {
        throw error(
            end,
            String.format(
                "found '%c' where a key, a comma or a semicolon should be", line[end] & 0xff));
      }
      end++;
    }
    return end;
  }

  private int key(int from, int to) {
    int key = 0;
    for (int i = from; i < to && key <= KeyRange.HIGHEST; i++) {
      key = 10 * key + line[i] - '0';
    }
    if (from == to) {
      throw error(from, "a key is missing before the comma");
    }
    if (key > KeyRange.HIGHEST) {
      throw error(from, "no key is higher than " + KeyRange.HIGHEST);
    }
    return key;
  }

  private FileException error(int at, String what) {
    return new FileException(place + ":" + (at + 1), what);
  }
}
