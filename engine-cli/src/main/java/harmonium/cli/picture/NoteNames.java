package harmonium.cli.picture;

/** The keys of a keyboard and their names. */
public final class NoteNames {
  private static final int OCTAVE = 12;

  // C# D# F# G# A#
  private static final int BLACK = 1 << 1 | 1 << 3 | 1 << 6 | 1 << 8 | 1 << 10;

  private NoteNames() {}

  /** Whether a key is black. */
  public static boolean isBlack(int key) {
    return (BLACK >> key % OCTAVE & 1) == 1;
  }

  /** Whether a key is a C. */
  public static boolean isC(int key) {
    return key % OCTAVE == 0;
  }

  /** The name of a C: key 60 is C4. */
  public static String ofC(int key) {
    return "C" + (key / OCTAVE - 1);
  }
}
