package harmonium.music;

/**
 * The keys that a piano-roll covers, both ends included; key {@code low} is unit 0 of a frame.
 *
 * @param low lowest key, from 0
 * @param high highest key, up to 127
 */
public record KeyRange(int low, int high) {
  /** The keys of a piano, A0 to C8. */
  public static final KeyRange PIANO = new KeyRange(21, 108);

  /** Highest key that MIDI knows. */
  public static final int HIGHEST = 127;

  public KeyRange {
    if (low < 0 || high > HIGHEST || low > high) {
      throw new IllegalArgumentException("no key range " + low + ".." + high + " within 0..127");
    }
  }

  /** Number of keys. */
  public int size() {
    return high - low + 1;
  }

  /** Whether a key lies within. */
  public boolean contains(int key) {
    return low <= key && key <= high;
  }

  @Override
  public String toString() {
    return low + ".." + high;
  }
}
