package harmonium.processor.emit;

/** Spells numbers in Java. */
final class Literal {
  private Literal() {}

  static String of(double value) {
    float f = (float) value;
    if (!Float.isFinite(f)) {
      // What is too large for a float, or folds to no number at all, has no literal in Java.
      return Float.isNaN(f) ? "(0f / 0f)" : f > 0 ? "(1f / 0f)" : "(-1f / 0f)";
    }
    return f == Math.rint(f) && Math.abs(f) < 1e6 ? (long) f + "f" : f + "f";
  }
}
