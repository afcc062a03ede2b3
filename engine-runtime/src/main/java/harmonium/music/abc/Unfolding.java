package harmonium.music.abc;

import java.util.ArrayList;
import java.util.List;

/**
 * Plays out the repeats of a tune. A closing sign goes back to the last opening one or, where there
 * is none, to the end of the section before: a closing sign, a double line or the beginning.
 */
final class Unfolding {
  private final List<Symbol> symbols;
  private final List<Symbol> played = new ArrayList<>();
  private int start;
  private int pass = 1;
  private int passes = 2;
  private boolean opened;
  private boolean inEnding;

  Unfolding(List<Symbol> symbols) {
    this.symbols = symbols;
  }

  List<Symbol> play() {
    int at = 0;
    while (at < symbols.size()) {
      played.add(symbols.get(at));
      at = symbols.get(at) instanceof Symbol.Bar bar ? after(bar, at) : at + 1;
    }
    return played;
  }

  private int after(Symbol.Bar bar, int at) {
    passes = Math.max(passes, bar.endings().stream().mapToInt(i -> i).max().orElse(0));
    if (bar.closes() && pass < passes) {
      pass++;
      inEnding = false;
      return start;
    }
    boolean sectionEnds = bar.heavy() && (inEnding ? pass > 1 : !opened && pass == 1);
    if (bar.closes() || bar.opens() || sectionEnds) {
      begin(at + 1, bar.opens());
    }
    if (bar.endings().isEmpty()) {
      return at + 1;
    }
    if (bar.endings().contains(pass)) {
      inEnding = true;
      return at + 1;
    }
    return ending(at + 1);
  }

  /** Where the ending of this pass begins. */
  private int ending(int from) {
    for (int at = from; at < symbols.size(); at++) {
      if (symbols.get(at) instanceof Symbol.Bar bar) {
        if (bar.endings().contains(pass)) {
          inEnding = true;
          return at + 1;
        }
        if (bar.opens() || (bar.closes() && bar.endings().isEmpty())) {
          begin(at + 1, bar.opens());
          return at + 1;
        }
      }
    }
    return symbols.size();
  }

  private void begin(int at, boolean opening) {
    start = at;
    pass = 1;
    passes = 2;
    opened = opening;
    inEnding = false;
  }
}
