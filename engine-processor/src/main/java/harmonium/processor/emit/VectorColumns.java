package harmonium.processor.emit;

import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import java.util.stream.Stream;

/**
 * Spells the draw of a layer for 16 or 32 chains at once, a chain in each lane.
 *
 * <p>A layer of which half the units are on costs a row of the matrix for each of them, or a row of
 * a table for each four, and these rows come from the second cache. Here the 16 sums of four units
 * lie in the lanes of one vector, for one unit of the layer drawn. Four bits of each chain pick its
 * sum, all chains at once, by a permutation: what a chain costs is the permutation, and one load
 * serves 32 chains. The order of additions differs from that of rows; sums of whole numbers do not
 * notice.
 *
 * <p>The idea of looking up the sums of a few bits is that of Arlazarov, Dinic, Kronrod and
 * Faradzev, "On economical construction of the transitive closure of a directed graph", 1970.
 */
final class VectorColumns {
  /** Chains of a block: floats of a vector. */
  static final int CHAINS = 16;

  private static final int TILE = Statement.Columns.TILE;

  private final Places places;

  VectorColumns(Places places) {
    this.places = places;
  }

  /** One vector for each group of four units and each unit drawn, tile after tile of these. */
  void table(Code code, Statement.Columns s) {
    String table = places.columns(s.matrix());
    String fixed = places.fixed(s.matrix());
    int stride = Plan.padded(s.matrix().columns());
    new Fields(places).whole(table).whole(fixed).declare(code);
    code.line("final IntVector number = IntVector.zero(I).addIndex(1);");
    for (int i = 0; i < 4; i++) {
      code.line(
          "final IntVector n%d = number.lanewise(VectorOperators.AND, %d).compare(VectorOperators.NE, 0)"
              + ".toVector().reinterpretAsInts();",
          i, 1 << i);
    }
    code.open("for (int group = from; group < to; group++)");
    code.open("for (int j = 0; j < %d; j++)", s.matrix().columns());
    code.line("int row = group * %d + j;", 4 * stride);
    for (int i = 0; i < 4; i++) {
      String at = "%s[row + %d]".formatted(fixed, i * stride);
      int whole = s.matrix().rows() / 4 * 4;
      String value =
          i < s.matrix().rows() - whole || s.matrix().rows() == whole
              ? at
              : "group < %d ? %s : 0".formatted(whole / 4, at);
      code.line("IntVector x%d = n%d.lanewise(VectorOperators.AND, %s);", i, i, value);
    }
    code.line(
        "int at = ((j / %d * %d + group) * %d + j %% %d) * 16;", TILE, s.groups(), TILE, TILE);
    code.line("x0.add(x1).add(x2.add(x3)).intoArray(%s, at);", table);
    code.close().close();
  }

  /** What the draws of a block start from: a vector of chains for each unit. */
  void start(Code code, Statement.Sample s) {
    String fixed = places.fixed(s.start());
    String columns = places.startColumns(s.start());
    int units = s.axis().size();
    new Fields(places).whole(fixed).whole(columns).declare(code);
    code.open("for (int i = 0; i < 16; i++)");
    code.line("int row = (%s + i) * %d;", places.step(0), Plan.padded(units));
    code.line("int d = %s + i;", places.row(0, units));
    code.open("for (int j = 0; j < %d; j++)", units);
    code.line("%s[d + j * 16] = %s[row + j];", columns, fixed);
    code.close().close();
  }

  /** The bits of the layers read and the keys, a vector of chains for each word and each key. */
  void turn(Code code, Statement.Sample s) {
    Fields fields = new Fields(places).whole("lane_words").whole("lane_keys");
    s.terms().forEach(term -> fields.bits(term.left().name()));
    fields.declare(code);
    code.open("for (int i = 0; i < 16; i++)");
    code.line("long key = RandomStream.rowKey(k.now.key, t + i);");
    code.line("lane_keys[%s * 2 + i] = RandomStream.start(key, counter);", places.step(0));
    code.line("lane_keys[%s * 2 + 16 + i] = (int) (key >>> 32);", places.step(0));
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
              words(),
              (2 * first + half) * 16,
              half == 0 ? "word" + first : "(word" + first + " >>> 32)");
        }
        first++;
      }
    }
    code.close();
  }

  /**
   * Words of 32 bits that a chain needs: of all layers read, in the draw that reads most. Blocks of
   * other threads lie beside, so all draws keep to the same rows.
   */
  int words() {
    return draws().mapToInt(this::words).max().orElse(0);
  }

  private int words(Statement.Sample s) {
    return s.terms().stream().mapToInt(t -> 2 * Fields.words(places, t.left().name())).sum();
  }

  /** Words of 32 bits that a chain draws at most. */
  int drawn() {
    return draws().mapToInt(s -> 2 * Plan.words(s.axis().size())).max().orElse(0);
  }

  private Stream<Statement.Sample> draws() {
    return Draws.of(places.plan().statements()).filter(Draws::byColumns);
  }

  /** The sums of a tile of units, for one block of chains or two. */
  void sums(Code code, Statement.Sample s, int blocks) {
    int units = s.axis().size();
    String sums = places.sums(s.axis().name());
    String start = places.startColumns(s.start());
    Fields fields = new Fields(places).whole(start).whole(sums).whole("lane_words");
    s.terms().forEach(term -> fields.whole(places.columns(term.matrix())));
    fields.declare(code);
    for (int b = 0; b < blocks; b++) {
      code.line("int d%d = %s + j * 16;", b, row(b, units));
      for (int u = 0; u < TILE; u++) {
        code.line(
            "IntVector a%d_%d = IntVector.fromArray(I, %s, d%d + %d);", b, u, start, b, u * 16);
      }
    }
    int word = 0;
    for (Term term : s.terms()) {
      Statement.Columns table = new Statement.Columns(term.matrix());
      code.line("// + %s", StatementComment.term(term));
      code.open("for (int w = 0; w < %d; w++)", (table.groups() + 7) / 8);
      for (int b = 0; b < blocks; b++) {
        code.line(
            "IntVector w%d = IntVector.fromArray(I, lane_words, (%s + %d) * %d + (w%s) * 16);",
            b, places.step(0), b * 16, words(), word == 0 ? "" : " + " + word);
      }
      code.line("int end = Math.min(%d, w * 8 + 8);", table.groups());
      code.open("for (int group = w * 8; group < end; group++)");
      code.line("int at = (j * %d + group * %d) * 16;", table.groups(), TILE);
      for (int b = 0; b < blocks; b++) {
        code.line("IntVector i%d = w%d.lanewise(VectorOperators.AND, 15);", b, b);
        code.line("w%d = w%d.lanewise(VectorOperators.LSHR, 4);", b, b);
      }
      for (int u = 0; u < TILE; u++) {
        code.line(
            "IntVector m%d = IntVector.fromArray(I, %s, at + %d);",
            u, places.columns(term.matrix()), u * 16);
        for (int b = 0; b < blocks; b++) {
          code.line("a%d_%d = a%d_%d.add(i%d.selectFrom(m%d));", b, u, b, u, b, u);
        }
      }
      code.close().close();
      word += 2 * Fields.words(places, term.left().name());
    }
    for (int b = 0; b < blocks; b++) {
      for (int u = 0; u < TILE; u++) {
        code.line("a%d_%d.intoArray(%s, d%d + %d);", b, u, sums, b, u * 16);
      }
    }
  }

  private String row(int block, int units) {
    return block == 0
        ? places.row(0, units)
        : "(%s + %d) * %d".formatted(places.step(0), block * 16, Plan.padded(units));
  }

  /** The draws of a block, unit after unit, and their bits back to the rows of the chains. */
  void draw(Code code, Statement.Sample s) {
    int units = s.axis().size();
    int words = Plan.words(units);
    String sums = places.sums(s.axis().name());
    String bits = places.bits(s.dest());
    new Fields(places)
        .whole(sums)
        .whole("lane_drawn")
        .whole("lane_keys")
        .bits(s.dest())
        .declare(code);
    code.line("final int point = k.%s;", places.point(s));
    code.line("final int least = -126 << point;");
    code.line("final int most = 120 << point;");
    code.line("final int shift = 23 - point;");
    code.line("final int d = %s;", places.row(0, units));
    code.line("final int drawn = %s * %d;", places.step(0), drawn());
    code.line("final IntVector first = IntVector.fromArray(I, lane_keys, %s * 2);", places.step(0));
    code.line(
        "final IntVector key1 = IntVector.fromArray(I, lane_keys, %s * 2 + 16);", places.step(0));
    code.open("for (int w = 0; w < %d; w++)", 2 * words);
    code.line("IntVector word = IntVector.zero(I);");
    code.line("int end = Math.min(%d, w * 32 + 32);", units);
    code.open("for (int j = w * 32; j < end; j++)");
    code.line("IntVector a0 = IntVector.fromArray(I, %s, d + j * 16);", sums);
    code.line("IntVector c0 = first.add(j * RandomStream.STEP);");
    code.lines(VectorSpelling.maskFixedFrom("a0", "c0", "key1", "draw", "e0"));
    code.line("word = word.lanewise(VectorOperators.OR, 1 << j, draw.cast(I));");
    code.close();
    code.line("word.intoArray(lane_drawn, drawn + w * 16);");
    code.close();
    code.open("for (int i = 0; i < 16; i++)");
    for (int w = 0; w < words; w++) {
      code.line(
          "%s[(%s + i) * %d + %d] = lane_drawn[drawn + %d + i] & 0xffffffffL"
              + " | (long) lane_drawn[drawn + %d + i] << 32;",
          bits, places.step(0), words, w, w * 32, w * 32 + 16);
    }
    code.close();
  }

  /** Number of units of a layer that are on in a block, as an expression over local bits. */
  void count(Code code, Statement.Sample s) {
    code.line("int on = 0;");
    for (Term term : s.terms()) {
      int words = Fields.words(places, term.left().name());
      code.open(
          "for (int i = %s * %d, end = i + %d; i < end; i++)",
          places.step(term.left().lag()), words, 16 * words);
      code.line("on += Long.bitCount(k.%s[i]);", places.bits(term.left().name()));
      code.close();
    }
  }

  /**
   * From how many units of a block on lanes are the faster way: a permutation for each group and 16
   * units drawn, against a row of these for each unit that is on. A row costs twice a permutation,
   * since it comes from the second cache and not shared.
   */
  int worth(Statement.Sample s) {
    return s.terms().stream()
        .mapToInt(t -> 16 * new Statement.Columns(t.matrix()).groups() / 2)
        .sum();
  }
}
