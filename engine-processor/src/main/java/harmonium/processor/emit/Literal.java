package harmonium.processor.emit;

/** Spells numbers in Java. */
final class Literal {
  private Literal() {}

  static String of(double value) {
    float f = (float) value;
    return f == Math.rint(f) && Math.abs(f) < 1e6 ? (long) f + "f" : f + "f";
  }
}
