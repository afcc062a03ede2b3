package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import java.util.List;
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
 * <p>A tile of 8 units is drawn for all chains before the next is looked at: its sums stay in the
 * first cache meanwhile. Those of a large matrix would not fit into the second, so they are made
 * again for each tile and sweep, which is less work than to fetch them.
 *
 * <p>The idea of looking up the sums of a few bits is that of Arlazarov, Dinic, Kronrod and
 * Faradzev, "On economical construction of the transitive closure of a directed graph", 1970.
 */
final class VectorColumns {
  private static final int TILE = Statement.Columns.TILE;

  private final Places places;

  VectorColumns(Places places) {
    this.places = places;
  }

  /** What a chain works with, beside its sums: fields of whole numbers, and those of a row. */
  List<Scratch> scratch() {
    return List.of(
        new Scratch("lane_words", draws().mapToInt(this::words).max().orElse(0)),
        new Scratch("lane_drawn", draws().mapToInt(VectorColumns::drawn).max().orElse(0)),
        new Scratch("lane_keys", 2),
        new Scratch(
            "lane_table", draws().anyMatch(Draws::packed) ? TABLE / Rows.FEWEST_CHAINS : 0));
  }

  /** A field with room for so many whole numbers for each row. */
  record Scratch(String field, int row) {}

  /** Words of four bits that a part of a table is made for at once, in words of 32 bits. */
  static final int WORDS = 4;

  private static final int TABLE = WORDS * 8 * TILE * 16;

  private int words() {
    return scratch().getFirst().row();
  }

  private int words(Statement.Sample s) {
    return s.terms().stream().mapToInt(t -> 2 * Fields.words(places, t.left().name())).sum();
  }

  private static int drawn(Statement.Sample s) {
    return 2 * Plan.words(s.axis().size());
  }

  private Stream<Statement.Sample> draws() {
    return Draws.of(places.plan().statements()).filter(places.plan()::byColumns);
  }

  /**
   * What the sums are read from, tile after tile: the sums themselves, or what they are made of.
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
    code.line(
        "int at = ((j / %d * %d + group) * %d + j %% %d) * 16%s;",
        TILE, s.groups(), TILE, TILE, Places.FIRST);
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
    code.line("int at = %s * %d%s;", places.step(0), TABLE / Rows.FEWEST_CHAINS, Places.FIRST);
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

  /** The bits of the layers read, a vector of chains for each word. */
  void turn(Code code, Statement.Sample s) {
    Fields fields = new Fields(places).whole("lane_words");
    s.terms().forEach(term -> fields.bits(term.left().name()));
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
              words(),
              (2 * first + half) * 16,
              half == 0 ? "word" + first : "(word" + first + " >>> 32)");
        }
        first++;
      }
    }
    code.close();
  }

  /** The sums of a tile of units, for one block of chains or two. */
  void sums(Code code, Statement.Sample s, int blocks) {
    Fields fields = sumFields(s).whole(places.startColumns(s.start()));
    s.terms().forEach(term -> fields.whole(places.columns(term.matrix())));
    fields.declare(code);
    accumulators(code, s, blocks, places.startColumns(s.start()), "d%d + j * 16 + %d");
    int word = 0;
    for (Term term : s.terms()) {
      Statement.Columns table = new Statement.Columns(term.matrix());
      code.line("// + %s", StatementComment.term(term));
      code.open("");
      code.line("int at = j * %d%s;", table.groups() * 16, Places.FIRST);
      lookUp(code, term, blocks, word, "0", words(table), places.columns(term.matrix()));
      code.close();
      word += 2 * Fields.words(places, term.left().name());
    }
    store(code, s, blocks);
  }

  /** Adds one part of one term to the sums, from the table that was made of it. */
  void partOfSums(Code code, Statement.Sample s, Term term, int blocks) {
    boolean first = term.equals(s.terms().getFirst());
    String sums = places.sums(s.axis().name());
    Statement.Columns columns = new Statement.Columns(term.matrix());
    String table = columns.packed() ? "lane_table" : places.columns(term.matrix());
    Fields fields = sumFields(s).whole(table);
    if (first) {
      fields.whole(places.startColumns(s.start()));
    }
    fields.declare(code);
    if (first) {
      code.line("final int[] from = w == 0 ? %s : %s;", places.startColumns(s.start()), sums);
      code.line("final int shift = w == 0 ? j * 16 : 0;");
    }
    accumulators(code, s, blocks, first ? "from" : sums, first ? "d%d + shift + %d" : "d%d + %d");
    code.line("// + %s", StatementComment.term(term));
    if (columns.packed()) {
      code.line(
          "int at = (table + %d) * %d%s;",
          places.plan().past(), TABLE / Rows.FEWEST_CHAINS, Places.FIRST);
    } else {
      code.line("int at = j * %d + w * %d%s;", columns.groups() * 16, TABLE / WORDS, Places.FIRST);
    }
    int word = 0;
    for (Term earlier : s.terms().subList(0, s.terms().indexOf(term))) {
      word += 2 * Fields.words(places, earlier.left().name());
    }
    String end = "Math.min(%s, w + %d)".formatted(words(columns), WORDS);
    lookUp(code, term, blocks, word, "w", end, table);
    store(code, s, blocks);
  }

  private static String words(Statement.Columns table) {
    return String.valueOf((table.groups() + 7) / 8);
  }

  private Fields sumFields(Statement.Sample s) {
    return new Fields(places).whole(places.sums(s.axis().name())).whole("lane_words");
  }

  /** Of each block a vector for each unit of the tile. */
  private void accumulators(Code code, Statement.Sample s, int blocks, String array, String index) {
    for (int b = 0; b < blocks; b++) {
      code.line("int d%d = %s;", b, row(b, s.axis().size()));
      for (int u = 0; u < TILE; u++) {
        String at = index.formatted(b, u * 16);
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

  private void lookUp(
      Code code, Term term, int blocks, int word, String from, String to, String table) {
    int groups = new Statement.Columns(term.matrix()).groups();
    code.open("for (int word = %s, last = %s; word < last; word++)", from, to);
    for (int b = 0; b < blocks; b++) {
      code.line(
          "IntVector w%d = IntVector.fromArray(I, lane_words, (%s + %d) * %d + (word%s) * 16);",
          b, places.step(0), b * 16, words(), word == 0 ? "" : " + " + word);
    }
    code.line("int end = Math.min(%d, word * 8 + 8);", groups);
    code.open("for (int group = word * 8; group < end; group++)");
    for (int b = 0; b < blocks; b++) {
      code.line("IntVector i%d = w%d.lanewise(VectorOperators.AND, 15);", b, b);
      code.line("w%d = w%d.lanewise(VectorOperators.LSHR, 4);", b, b);
    }
    for (int u = 0; u < TILE; u++) {
      code.line("IntVector m%d = IntVector.fromArray(I, %s, at + %d);", u, table, u * 16);
      for (int b = 0; b < blocks; b++) {
        code.line("a%d_%d = a%d_%d.add(i%d.selectFrom(m%d));", b, u, b, u, b, u);
      }
    }
    code.line("at += %d;", TILE * 16);
    code.close().close();
  }

  private String row(int block, int units) {
    return block == 0
        ? places.wholeRow(0, units)
        : "(%s + %d) * %d".formatted(places.step(0), block * 16, Plan.padded(units));
  }

  /**
   * The draws of a tile of units, unit after unit. They cut off their sums though they may be near
   * enough: without, HotSpot left {@code word} an object in some Java machines.
   */
  void draw(Code code, Statement.Sample s) {
    int units = s.axis().size();
    String sums = places.sums(s.axis().name());
    new Fields(places).whole(sums).whole("lane_drawn").whole("lane_keys").declare(code);
    code.line("final int point = k.%s;", places.point(s));
    code.line("final int least = -126 << point;");
    code.line("final int most = 120 << point;");
    code.line("final int shift = 23 - point;");
    code.line("final int d = %s;", places.wholeRow(0, units));
    code.line("final int at = %s * %d + j / 32 * 16;", places.step(0), scratch().get(1).row());
    code.line(
        "final IntVector first = IntVector.fromArray(I, lane_keys, %s * 2)"
            + ".add((counter + j) * RandomStream.STEP);",
        places.step(0));
    code.line(
        "final IntVector key1 = IntVector.fromArray(I, lane_keys, %s * 2 + 16);", places.step(0));
    code.line(
        "IntVector word = j % 32 == 0 ? IntVector.zero(I) : IntVector.fromArray(I, lane_drawn,"
            + " at);");
    String end = units % TILE == 0 ? "" + TILE : "Math.min(%d, %d - j)".formatted(TILE, units);
    code.open("for (int unit = 0, end = %s; unit < end; unit++)", end);
    code.line("IntVector a0 = IntVector.fromArray(I, %s, d + unit * 16);", sums);
    code.line("IntVector c0 = first.add(unit * RandomStream.STEP);");
    code.lines(VectorSpelling.maskFixedFrom("a0", "c0", "key1", "draw", "e0"));
    code.line("word = word.lanewise(VectorOperators.OR, 1 << j + unit, draw.cast(I));");
    code.close();
    code.line("word.intoArray(lane_drawn, at);");
  }

  /** The bits drawn, back to the rows of the chains. */
  void back(Code code, Statement.Sample s) {
    int words = Plan.words(s.axis().size());
    // Of an uneven number of half words, the last was not drawn.
    boolean whole = (s.axis().size() + 31) / 32 == 2 * words;
    new Fields(places).whole("lane_drawn").bits(s.dest()).declare(code);
    code.line("final int drawn = %s * %d;", places.step(0), scratch().get(1).row());
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
