package harmonium.processor.emit;

/** The fixed tree in which 16 partial sums of a row become one. */
final class TreeSum {
  private TreeSum() {}

  /** Adds lane l + 8 to lane l, then 4, 2, 1; the partial sums stand in {@code tree}. */
  static void lines(Code code, Places places, String dest) {
    code.open("for (int half = 8; half > 0; half /= 2)");
    code.open("for (int i = %s * 16, end = i + half; i < end; i++)", places.step(0));
    code.line("tree[i] += tree[i + half];");
    code.close().close();
    code.line("%s[%s] = tree[%s * 16];", dest, places.step(0), places.step(0));
  }
}
