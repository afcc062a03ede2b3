package harmonium.cli.picture;

/** The keys of a keyboard and their names. */
final class NoteNames {
  private static final int OCTAVE = 12;

  // C# D# F# G# A#
  private static final int BLACK = 1 << 1 | 1 << 3 | 1 << 6 | 1 << 8 | 1 << 10;

  private NoteNames() {}

  static boolean isBlack(int key) {
    return (BLACK >> key % OCTAVE & 1) == 1;
  }

  static boolean isC(int key) {
    return key % OCTAVE == 0;
  }

  /** The name of a C: key 60 is C4. */
  static String ofC(int key) {
    return "C" + (key / OCTAVE - 1);
  }
}
