package harmonium.processor.emit;

import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.Term;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spells what 16 chains side by side read and draw, a chain in each lane: their start values, keys
 * and bits are turned over from rows to lanes, units are drawn one after the other for all chains,
 * and their bits are turned back.
 */
final class VectorLanes {
  private static final int TILE = Statement.Columns.TILE;

  private final Places places;
  private final ChainScratch scratch;

  VectorLanes(Places places) {
    this.places = places;
    scratch = new ChainScratch(places);
  }

  /** What the draws of a block start from: a vector of chains for each unit. */
  void start(Code code, Statement.Sample s) {
    String fixed = places.fixed(s.start());
    String columns = places.startColumns(s.start());
    int units = s.axis().size();
    new Fields(places).whole(fixed).whole(columns).declare(code);
    code.open("for (int i = 0; i < n; i++)");
    code.line("int row = (%s + i) * %d;", places.step(0), Plan.padded(units));
    code.line("int d = %s + i;", places.wholeRow(0, units));
    code.open("for (int j = 0; j < %d; j++)", units);
    code.line("%s[d + j * 16] = %s[row + j];", columns, fixed);
    code.close().close();
  }

  /** The keys of the chains of a block, both halves. */
  void keys(Code code) {
    code.line("final int[] lane_keys = k.lane_keys;");
    code.open("for (int i = 0; i < n; i++)");
    code.line("long key = k.now.rowKey(t + i);");
    code.line("lane_keys[%s * 2 + i] = (int) key;", places.step(0));
    code.line("lane_keys[%s * 2 + 16 + i] = (int) (key >>> 32);", places.step(0));
    code.close();
  }

  /** The keys of the layer that is drawn next, of the chains of a block. */
  void layerKeys(Code code) {
    new Fields(places).whole("lane_keys").whole("lane_layers").declare(code);
    String row = places.step(0);
    code.line("IntVector low = IntVector.fromArray(I, lane_keys, %s * 2);", row);
    code.line("IntVector high = IntVector.fromArray(I, lane_keys, %s * 2 + 16);", row);
    code.lines(VectorSpelling.layerKey("low", "high", "counter", "lower", "upper", "e0"));
    code.line("lower.intoArray(lane_layers, %s * 2);", row);
    code.line("upper.intoArray(lane_layers, %s * 2 + 16);", row);
  }

  /** The bits of the layers read, a vector of chains for each word. */
  void turn(Code code, Statement.Sample s) {
    Fields fields = new Fields(places).whole("lane_words");
    s.terms().forEach(term -> fields.bits(term.left().name()));
    if (places.plan().squeezed(s)) {
      fields.whole("lane_counts");
    }
    fields.declare(code);
    code.open("for (int i = 0; i < n; i++)");
    int first = 0;
    for (Term term : s.terms()) {
      int words = Fields.words(places, term.left().name());
      for (int w = 0; w < words; w++) {
        code.line(
            "long word%d = %s[(%s + i) * %d + %d];",
            first, places.bits(term.left().name()), places.step(term.left().lag()), words, w);
        for (int half = 0; half < 2; half++) {
          code.line(
              "lane_words[%s * %d + %d + i] = (int) %s;",
              places.step(0),
              scratch.words(),
              (2 * first + half) * 16,
              half == 0 ? "word" + first : "(word" + first + " >>> 32)");
        }
        first++;
      }
      if (places.plan().squeezed(s)) {
        counts(code, s, term, first - words, words);
      }
    }
    code.close();
  }

  /** How many units of a layer are on, of each chain. */
  private void counts(Code code, Statement.Sample s, Term term, int first, int words) {
    String counts =
        IntStream.range(first, first + words)
            .mapToObj(w -> "Long.bitCount(word" + w + ")")
            .collect(Collectors.joining(" + "));
    code.line(
        "lane_counts[%s * %d + %d + i] = %s;",
        places.step(0), scratch.counts(), s.terms().indexOf(term) * 16, counts);
  }

  /**
   * The draws of a tile of units, unit after unit. They cut off their sums though they may be near
   * enough: without, HotSpot left {@code word} an object in some Java machines.
   */
  void draw(Code code, Statement.Sample s) {
    int units = s.axis().size();
    new Fields(places).whole("lane_layers").declare(code);
    drawing(code, s);
    code.line("final int point = k.%s;", places.point(s));
    code.line("final int least = -126 << point;");
    code.line("final int most = 120 << point;");
    code.line("final int shift = 23 - point;");
    code.line(
        "final IntVector lower = IntVector.fromArray(I, lane_layers, %s * 2);", places.step(0));
    code.line(
        "final IntVector upper = IntVector.fromArray(I, lane_layers, %s * 2 + 16);",
        places.step(0));
    code.line("final int at = %s * %d + j / 32 * 16;", places.step(0), scratch.drawn());
    code.line(
        "IntVector word = j % 32 == 0 ? IntVector.zero(I) : IntVector.fromArray(I, lane_drawn,"
            + " at);");
    String end = units % TILE == 0 ? "" + TILE : "Math.min(%d, %d - j)".formatted(TILE, units);
    code.open("for (int unit = 0, end = %s; unit < end; unit++)", end);
    code.line(
        "IntVector c0 = lower.add(IntVector.broadcast(I, ADDENDS[j + unit%s]));", Places.FIRST);
    code.line("IntVector m0 = IntVector.broadcast(I, MULTIPLIERS[j + unit%s]);", Places.FIRST);
    sum(code, s);
    code.lines(VectorSpelling.uniform("c0", "m0", "upper", "u0", "f0"));
    code.lines(VectorSpelling.maskFixed("a0", "u0", "draw", "e0", true));
    code.line("word = word.lanewise(VectorOperators.OR, 1 << j + unit, draw.cast(I));");
    code.close();
    code.line("word.intoArray(lane_drawn, at);");
  }

  /** The same for a tile of a list of units, of which each may be in another word. */
  void drawListed(Code code, Statement.Sample s) {
    new Fields(places).whole("lane_uniforms").whole("lane_units").declare(code);
    drawing(code, s);
    code.line("final int drawn = %s * %d;", places.step(0), scratch.drawn());
    code.line("final int numbers = d + i * 16;");
    code.open("for (int unit = 0; unit < %d; unit++)", TILE);
    code.line("int j = lane_units[list + unit];");
    code.line("int at = drawn + j / 32 * 16;");
    code.line(
        "FloatVector u0 = IntVector.fromArray(I, lane_uniforms, numbers + unit * 16).reinterpretAsFloats();");
    sum(code, s);
    code.lines(VectorSpelling.maskFixed("a0", "u0", "draw", "e0", false));
    code.line("IntVector word = IntVector.fromArray(I, lane_drawn, at);");
    code.line("word.lanewise(VectorOperators.OR, 1 << j, draw.cast(I)).intoArray(lane_drawn, at);");
    code.close();
  }

  private void drawing(Code code, Statement.Sample s) {
    new Fields(places).whole(places.sums(s.axis().name())).whole("lane_drawn").declare(code);
    code.line("final int d = %s;", places.wholeRow(0, s.axis().size()));
  }

  private void sum(Code code, Statement.Sample s) {
    code.line(
        "IntVector a0 = IntVector.fromArray(I, %s, d + unit * 16);", places.sums(s.axis().name()));
  }

  /** The bits drawn, back to the rows of the chains. */
  void back(Code code, Statement.Sample s) {
    int words = Plan.words(s.axis().size());
    // Of an uneven number of half words, the last was not drawn.
    boolean whole = (s.axis().size() + 31) / 32 == 2 * words;
    new Fields(places).whole("lane_drawn").bits(s.dest()).declare(code);
    code.line("final int drawn = %s * %d;", places.step(0), scratch.drawn());
    code.open("for (int i = 0; i < n; i++)");
    for (int w = 0; w < words; w++) {
      String low = "lane_drawn[drawn + %d + i] & 0xffffffffL".formatted(w * 32);
      String high = " | (long) lane_drawn[drawn + %d + i] << 32".formatted(w * 32 + 16);
      code.line(
          "%s[(%s + i) * %d + %d] = %s%s;",
          places.bits(s.dest()), places.step(0), words, w, low, whole || w < words - 1 ? high : "");
    }
    code.close();
  }

  /**
   * Whether enough units are on for lanes to be the faster way: a permutation for each group and 16
   * units drawn, against a row of these for each unit that is on. A row costs twice a permutation,
   * since it comes from the second cache and not shared.
   */
  void pays(Code code, Statement.Sample s) {
    Fields fields = new Fields(places);
    s.terms().forEach(term -> fields.bits(term.left().name()));
    fields.declare(code);
    code.line("int on = 0;");
    for (Term term : s.terms()) {
      int words = Fields.words(places, term.left().name());
      int past = places.plan().past() - term.left().lag();
      code.open(
          "for (int i = (from + %d) * %d, end = (to + %d) * %d; i < end; i++)",
          past, words, past, words);
      code.line("on += Long.bitCount(%s[i]);", places.bits(term.left().name()));
      code.close();
    }
    int groups = s.terms().stream().mapToInt(t -> new Statement.Columns(t.matrix()).groups()).sum();
    code.line("return 2 * on > %d * (to - from);", groups);
  }
}
