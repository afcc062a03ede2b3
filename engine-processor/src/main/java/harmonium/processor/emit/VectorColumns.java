package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import java.util.function.IntFunction;

/**
 * Spells the sums that a layer is drawn from, for 16 or 32 chains at once, a chain in each lane.
 *
 * <p>A layer of which half the units are on costs a row of the matrix for each of them, or a row of
 * a table for each four, and these rows come from the second cache. Here the 16 sums of four units
 * lie in the lanes of one vector, for one unit of the layer drawn. Four bits of each chain pick its
 * sum, all chains at once, by a permutation: what a chain costs is the permutation, and one load
 * serves 32 chains. The order of additions differs from that of rows; sums of whole numbers do not
 * notice.
 *
 * <p>A tile of 8 units is drawn for all chains before the next is looked at: its sums stay in the
 * first cache meanwhile. Those of a large matrix would not fit into the second, so they are made
 * again for each tile and sweep, which is less work than to fetch them.
 *
 * <p>The idea of looking up the sums of a few bits is that of Arlazarov, Dinic, Kronrod and
 * Faradzev, "On economical construction of the transitive closure of a directed graph", 1970.
 */
final class VectorColumns {
  private static final int TILE = Statement.Columns.TILE;

  /** Words of four bits that a part of a table is made for at once, in words of 32 bits. */
  static final int WORDS = 4;

  /** Whole numbers of such a part. */
  static final int PART = WORDS * 8 * TILE * 16;

  private final Places places;
  private final ChainScratch scratch;

  VectorColumns(Places places) {
    this.places = places;
    scratch = new ChainScratch(places);
  }

  /**
   * What the sums are read from: the sums themselves, unit after unit, or what they are made of,
   * tile after tile.
   */
  void columns(Code code, Statement.Columns s) {
    new Fields(places)
        .whole(places.columns(s.matrix()))
        .whole(places.fixed(s.matrix()))
        .declare(code);
    if (!s.packed()) {
      numbers(code);
    }
    code.open("for (int group = from; group < to; group++)");
    if (s.packed()) {
      pack(code, s);
    } else {
      sumsOfRows(code, s);
    }
    code.close();
  }

  /** The numbers of a tile of columns side by side, row after row. */
  private void pack(Code code, Statement.Columns s) {
    int stride = Plan.padded(s.matrix().columns());
    code.open("for (int i = 0; i < 4 && group * 4 + i < %d; i++)", s.matrix().rows());
    code.open("for (int j = 0; j < %d; j += %d)", s.width(), TILE);
    code.line("int row = (group * 4 + i) * %d + j%s;", stride, Places.FIRST);
    code.line(
        "int at = ((j / %d * %d + group) * 4 + i) * %d%s;", TILE, s.groups(), TILE, Places.FIRST);
    code.line(
        "System.arraycopy(%s, row, %s, at, %d);",
        places.fixed(s.matrix()), places.columns(s.matrix()), TILE);
    code.close().close();
  }

  private void sumsOfRows(Code code, Statement.Columns s) {
    int stride = Plan.padded(s.matrix().columns());
    code.open("for (int j = 0; j < %d; j++)", s.matrix().columns());
    code.line("int row = group * %d + j%s;", 4 * stride, Places.FIRST);
    for (int i = 0; i < 4; i++) {
      masked(code, i, "%s[row + %d]".formatted(places.fixed(s.matrix()), i * stride));
    }
    code.line("int at = (j * %d + group) * 16%s;", s.groups(), Places.FIRST);
    code.line("x0.add(x1).add(x2.add(x3)).intoArray(%s, at);", places.columns(s.matrix()));
    code.close();
  }

  /** Locals {@code n0} to {@code n3}: all bits in the lanes whose number has the bit. */
  private static void numbers(Code code) {
    code.line("final IntVector number = IntVector.zero(I).addIndex(1);");
    for (int i = 0; i < 4; i++) {
      code.line(
          "final IntVector n%d = number.lanewise(VectorOperators.AND, %d).compare(VectorOperators.NE, 0)"
              + ".toVector().reinterpretAsInts();",
          i, 1 << i);
    }
  }

  private static void masked(Code code, int i, String value) {
    code.line("IntVector x%d = n%d.lanewise(VectorOperators.AND, %s);", i, i, value);
  }

  /** The sums of a tile of a large matrix, for some words of four bits from {@code w} on. */
  void build(Code code, Term term) {
    Statement.Columns s = new Statement.Columns(term.matrix());
    String columns = places.columns(term.matrix());
    new Fields(places).whole("lane_table").whole(columns).declare(code);
    numbers(code);
    code.line("int at = %s * %d%s;", places.step(0), PART / Rows.FEWEST_CHAINS, Places.FIRST);
    code.line("int end = Math.min(%d, w * 8 + %d);", s.groups(), WORDS * 8);
    code.open("for (int group = w * 8; group < end; group++)");
    code.line("int row = (j * %d + group * %d) * 4%s;", s.groups(), TILE, Places.FIRST);
    code.open("for (int unit = 0; unit < %d; unit++)", TILE);
    for (int i = 0; i < 4; i++) {
      masked(code, i, "%s[row + unit + %d]".formatted(columns, i * TILE));
    }
    code.line("x0.add(x1).add(x2.add(x3)).intoArray(lane_table, at);");
    code.line("at += 16;");
    code.close().close();
  }

  /**
   * The sums of a tile of units, for one block of chains or two.
   *
   * @param unit the text of each unit of the tile
   */
  void sums(Code code, Statement.Sample s, int blocks, IntFunction<String> unit, Fields fields) {
    String start = places.startColumns(s.start());
    fields.whole(places.sums(s.axis().name())).whole("lane_words").whole(start);
    s.terms().forEach(term -> fields.whole(places.columns(term.matrix())));
    fields.declare(code);
    for (int u = 0; u < TILE; u++) {
      code.line("int u%d = %s;", u, unit.apply(u));
    }
    accumulators(code, s, blocks, start, "d%d + u%d * 16");
    int word = 0;
    for (Term term : s.terms()) {
      Statement.Columns table = new Statement.Columns(term.matrix());
      code.line("// + %s", StatementComment.term(term));
      code.open("");
      for (int u = 0; u < TILE; u++) {
        code.line("int row%d = u%d * %d%s;", u, u, table.groups() * 16, Places.FIRST);
      }
      lookUp(code, term, blocks, word, "0", words(table));
      code.close();
      word += 2 * Fields.words(places, term.left().name());
    }
    store(code, s, blocks);
  }

  /** Adds one part of one term to the sums, from the table that was made of it. */
  void partOfSums(Code code, Statement.Sample s, Term term, int blocks) {
    boolean first = term.equals(s.terms().getFirst());
    String sums = places.sums(s.axis().name());
    String start = places.startColumns(s.start());
    Statement.Columns columns = new Statement.Columns(term.matrix());
    Fields fields = new Fields(places).whole(sums).whole("lane_words").whole(table(columns));
    if (first) {
      fields.whole(start);
    }
    fields.declare(code);
    if (first) {
      code.line("final int[] from = w == 0 ? %s : %s;", start, sums);
      code.line("final int shift = w == 0 ? j * 16 : 0;");
    }
    accumulators(
        code, s, blocks, first ? "from" : sums, first ? "d%d + shift + %d * 16" : "d%d + %d * 16");
    code.line("// + %s", StatementComment.term(term));
    if (columns.packed()) {
      code.line(
          "int at = (table + %d) * %d%s;",
          places.plan().past(), PART / Rows.FEWEST_CHAINS, Places.FIRST);
    } else {
      for (int u = 0; u < TILE; u++) {
        code.line("int row%d = (j + %d) * %d%s;", u, u, columns.groups() * 16, Places.FIRST);
      }
    }
    int word = 0;
    for (Term earlier : s.terms().subList(0, s.terms().indexOf(term))) {
      word += 2 * Fields.words(places, earlier.left().name());
    }
    lookUp(code, term, blocks, word, "w", "Math.min(%s, w + %d)".formatted(words(columns), WORDS));
    store(code, s, blocks);
  }

  private String table(Statement.Columns columns) {
    return columns.packed() ? "lane_table" : places.columns(columns.matrix());
  }

  private static String words(Statement.Columns table) {
    return String.valueOf((table.groups() + 7) / 8);
  }

  /** Of each block a vector for each unit of the tile. */
  private void accumulators(Code code, Statement.Sample s, int blocks, String array, String index) {
    for (int b = 0; b < blocks; b++) {
      code.line("int d%d = %s;", b, places.blockRow(b, s.axis().size()));
      for (int u = 0; u < TILE; u++) {
        String at = index.formatted(b, u);
        code.line("IntVector a%d_%d = IntVector.fromArray(I, %s, %s);", b, u, array, at);
      }
    }
  }

  /** The tile lies where its chains' sums begin, so that it stays in the first cache. */
  private void store(Code code, Statement.Sample s, int blocks) {
    for (int b = 0; b < blocks; b++) {
      for (int u = 0; u < TILE; u++) {
        code.line("a%d_%d.intoArray(%s, d%d + %d);", b, u, places.sums(s.axis().name()), b, u * 16);
      }
    }
  }

  private void lookUp(Code code, Term term, int blocks, int word, String from, String to) {
    Statement.Columns table = new Statement.Columns(term.matrix());
    code.open("for (int word = %s, last = %s; word < last; word++)", from, to);
    for (int b = 0; b < blocks; b++) {
      code.line(
          "IntVector w%d = IntVector.fromArray(I, lane_words, (%s + %d) * %d + (word%s) * 16);",
          b, places.step(0), b * 16, scratch.words(), word == 0 ? "" : " + " + word);
    }
    code.line("int end = Math.min(%d, word * 8 + 8);", table.groups());
    code.open("for (int group = word * 8; group < end; group++)");
    for (int b = 0; b < blocks; b++) {
      code.line("IntVector i%d = w%d.lanewise(VectorOperators.AND, 15);", b, b);
      code.line("w%d = w%d.lanewise(VectorOperators.LSHR, 4);", b, b);
    }
    for (int u = 0; u < TILE; u++) {
      String at = (table.packed() ? "at + %d * 16" : "row%d + group * 16").formatted(u);
      code.line("IntVector m%d = IntVector.fromArray(I, %s, %s);", u, table(table), at);
      for (int b = 0; b < blocks; b++) {
        code.line("a%d_%d = a%d_%d.add(i%d.selectFrom(m%d));", b, u, b, u, b, u);
      }
    }
    if (table.packed()) {
      code.line("at += %d;", TILE * 16);
    }
    code.close().close();
  }
}
