package harmonium.processor.emit;

import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Term;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The bits of the units whose rows a product needs, word after word: those of a layer, or of
 * several layers those that are on in any.
 *
 * @param rows where the words of each layer lie, up to where the number of the word is added
 * @param count words of a row
 */
record Words(List<String> rows, int count) {
  /** Those of a layer. */
  static Words of(Places places, Expr.Ref layer) {
    return of(places, List.of(layer.name()), places.step(layer.lag()));
  }

  /** Those of a product, at the step of a row. */
  static Words of(Places places, Term term, TileRow own) {
    return of(places, term.within(), own.step(term.left().lag()));
  }

  private static Words of(Places places, List<String> layers, String step) {
    int count = Fields.words(places, layers.getFirst());
    return new Words(
        layers.stream()
            .map(layer -> "%s[%s * %d + ".formatted(places.bits(layer), step, count))
            .toList(),
        count);
  }

  /** A word. */
  String at(String number) {
    return rows.stream().map(row -> row + number + "]").collect(Collectors.joining(" | "));
  }

  /** How many units are on. */
  String on() {
    return IntStream.range(0, count)
        .mapToObj(w -> "Long.bitCount(%s)".formatted(at(String.valueOf(w))))
        .collect(Collectors.joining(" + "));
  }

  /**
   * Opens a loop over each {@code unit} of those that are on, {@code on} of them. It is one loop
   * over all words: the end of a loop over each would be a guess for the processor, and
   * accumulators that go round a loop within a loop may be put into objects by the compiler.
   */
  void each(Code code) {
    code.line("int w = 0;");
    code.line("long bits = %s;", at("0"));
    code.open("for (; on > 0; on--)");
    code.open("while (bits == 0)");
    code.line("w++;");
    code.line("bits = %s;", at("w"));
    code.close();
    code.line("int unit = w * 64 + Long.numberOfTrailingZeros(bits);");
    code.line("bits &= bits - 1;");
  }
}
