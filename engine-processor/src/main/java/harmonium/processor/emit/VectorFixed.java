package harmonium.processor.emit;

import harmonium.processor.plan.Means;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import harmonium.processor.plan.Tiles;
import java.util.List;

/**
 * Spells with vectors the draws of binary units given binary units, whose sums are whole numbers
 * ({@link harmonium.kernel.FixedPoint}). Since their order is free, each product is done in the way
 * that loads least: the rows of the units that are on, or, for a layer of which many are, one row
 * of a table for each four units.
 */
final class VectorFixed {
  /** The chain that is drawn, and where its sums lie. */
  private static final List<String> ROWS = List.of("t", "from");

  private final Places places;
  private final int lanes;
  private final VectorTiles tiling;

  VectorFixed(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
    tiling = new VectorTiles(places, lanes);
  }

  /** Each sum adds one row to that of the same units without the last. */
  void table(Code code, Statement.Table s) {
    String table = places.table(s.matrix());
    String fixed = places.fixed(s.matrix());
    int stride = Plan.padded(s.matrix().columns());
    int rows = s.matrix().rows();
    code.open("if (!k.%s)", places.made(s.matrix()));
    code.line("return;");
    code.close();
    new Fields(places).whole(table).whole(fixed).declare(code);
    code.open("for (int group = from; group < to; group++)");
    code.open("for (int i = 0; i < %d && group * %d + i < %d; i++)", 4, 4, rows);
    code.open("for (int j = 0; j < %d; j += %d)", stride, lanes);
    code.line(
        "IntVector row = IntVector.fromArray(I, %s, (group * 4 + i) * %d + j%s);",
        fixed, stride, Places.FIRST);
    code.open("for (int on = 1 << i; on < 2 << i; on++)");
    code.line("int at = (group * 16 + on) * %d + j%s;", stride, Places.FIRST);
    code.line(
        "IntVector.fromArray(I, %s, at - (%d << i)).add(row).intoArray(%s, at);",
        table, stride, table);
    code.close().close().close().close();
  }

  void start(Code code, Statement.Sample s) {
    String fixed = places.fixed(s.start());
    int units = s.axis().size();
    new Fields(places).array(s.start()).whole(fixed).declare(code);
    code.line("final float scale = FixedPoint.scale(k.%s);", places.point(s));
    code.line("final int limit = FixedPoint.limit(k.%s);", places.point(s));
    code.open("for (int j = 0; j < %d; j += %d)", Plan.padded(units), lanes);
    code.line(
        "FloatVector a0 = FloatVector.fromArray(F, %s, %s + j).mul(scale);",
        places.array(s.start()), places.row(0, units));
    code.line("IntVector c0 = (IntVector) a0.convert(VectorOperators.F2I, 0);");
    code.line("c0.max(-limit).min(limit).intoArray(%s, %s + j);", fixed, places.wholeRow(0, units));
    code.close();
  }

  void sample(Code code, Statement.Sample s, Parts parts) {
    String sums = places.sums(s.axis().name());
    String source = places.fixed(s.start());
    int number = 0;
    // A method each: accumulators that go through the loops of two terms may end up in objects.
    for (List<Term> terms : apart(s.terms())) {
      String suffix = number++ == 0 ? "sums" : "sums_" + number;
      code.line("%s(k, t, from);", sumsOf(s, terms, source, suffix, parts));
      source = sums;
    }
    VectorDraw.stream(code);
    String far =
        parts.part(
            "far", List.of("t", "from", "lower", "upper"), part -> bits(part, s, sums, true));
    code.open("if (!FixedPoint.near(k.%s))", places.point(s));
    code.line("%s(k, t, from, lower, upper);", far);
    code.line("return;");
    code.close();
    bits(code, s, sums, false);
  }

  /**
   * The draws from the sums, a vector of units at a time.
   *
   * @param far whether sums may leave the range of exponents; then they are cut off
   */
  private void bits(Code code, Statement.Sample s, String sums, boolean far) {
    new Fields(places).whole(sums).bits(s.dest()).declare(code);
    if (far) {
      code.line("final int point = k.%s;", places.point(s));
      code.line("final int least = -126 << point;");
      code.line("final int most = 120 << point;");
      code.line("final IntVector shift = IntVector.broadcast(I, 23 - point);");
    }
    DrawnBits.words(
        code,
        places,
        s,
        lanes,
        () -> {
          code.line(
              "IntVector a0 = IntVector.fromArray(I, %s, %s + j);",
              sums, places.sumsRow(s.axis().size()));
          VectorDraw.constants(code);
          code.lines(VectorSpelling.drawFixed("a0", "c0", "m0", "upper", "draw", "e0", far));
        });
  }

  /** One after the other; a draw without terms has its start value still to be copied. */
  private static List<List<Term>> apart(List<Term> terms) {
    return terms.isEmpty() ? List.of(List.of()) : terms.stream().map(List::of).toList();
  }

  /** The method that adds terms to what the sums were so far, which it finds in {@code source}. */
  private String sumsOf(
      Statement.Sample s, List<Term> terms, String source, String suffix, Parts parts) {
    String sums = places.sums(s.axis().name());
    Tiles tiles = Tiles.of(Plan.padded(s.axis().size()) / lanes, Tiles.oneRow(lanes));
    return parts.part(
        suffix,
        ROWS,
        part ->
            tiling.each(
                part,
                tiles,
                parts,
                suffix,
                ROWS,
                head -> fields(terms, source, sums).declare(head),
                (tile, width) -> sums(tile, s, terms, source, width)));
  }

  private Fields fields(List<Term> terms, String source, String sums) {
    Fields fields = new Fields(places).whole(source).whole(sums);
    for (Term term : terms) {
      fields.bits(term.left().name()).whole(places.fixed(term.matrix()));
      if (places.plan().tabled(term.matrix())) {
        fields.whole(places.table(term.matrix()));
      }
    }
    return fields;
  }

  private void sums(Code code, Statement.Sample s, List<Term> terms, String source, int width) {
    String sums = places.sums(s.axis().name());
    int units = s.axis().size();
    String row = source.equals(sums) ? places.sumsRow(units) : places.wholeRow(0, units);
    for (int w = 0; w < width; w++) {
      code.line(
          "IntVector a0_%d = IntVector.fromArray(I, %s, %s + j%s);",
          w, source, row, tiling.offset(w));
    }
    for (Term term : terms) {
      code.line("// + %s", StatementComment.term(term));
      Statement.Table table = new Statement.Table(term.matrix());
      code.open("");
      Words words = Words.of(places, term, TileRow.only(places));
      boolean tabled = places.plan().tabled(term.matrix());
      if (tabled || places.plan().means().contains(Means.GATHER)) {
        code.line("int on = %s;", words.on());
      }
      if (tabled) {
        code.open("if (on > %d && k.%s)", table.enough(), places.made(term.matrix()));
        groups(code, table, words, width);
        code.close().open("else");
        rows(code, term, words, width);
        code.close();
      } else {
        rows(code, term, words, width);
      }
      code.close();
    }
    for (int w = 0; w < width; w++) {
      code.line("a0_%d.intoArray(%s, %s + j%s);", w, sums, places.sumsRow(units), tiling.offset(w));
    }
  }

  private void rows(Code code, Term term, Words words, int width) {
    if (!places.plan().means().contains(Means.GATHER)) {
      tiling.openMasked(code, term, true, TileRow.only(places), Places.FIRST + " + j");
      for (int w = 0; w < width; w++) {
        code.line(
            "a0_%d = a0_%d.add(IntVector.fromArray(I, %s, row%s), mask);",
            w, w, places.fixed(term.matrix()), tiling.offset(w));
      }
      code.close();
      return;
    }
    words.each(code);
    code.line("int row = unit * %d + j%s;", Plan.padded(term.matrix().columns()), Places.FIRST);
    add(code, places.fixed(term.matrix()), "row", width);
    code.close();
  }

  private void groups(Code code, Statement.Table table, Words words, int width) {
    int stride = Plan.padded(table.matrix().columns());
    // Two loops: to shift each group's bits out of their word anew takes a fifth longer.
    code.open("for (int w = 0; w < %d; w++)", words.count());
    code.line("long bits = %s;", words.at("w"));
    code.line("int end = Math.min(%d, w * 16 + 16);", table.groups());
    code.open("for (int group = w * 16; group < end; group += 2)");
    code.line("int row = (group * 16 + (int) (bits & 15)) * %d + j%s;", stride, Places.FIRST);
    code.line(
        "int at = (group * 16 + 16 + (int) (bits >>> 4 & 15)) * %d + j%s;", stride, Places.FIRST);
    code.line("bits >>>= 8;");
    add(code, places.table(table.matrix()), "row", width);
    add(code, places.table(table.matrix()), "at", width);
    code.close().close();
  }

  private void add(Code code, String array, String row, int width) {
    for (int w = 0; w < width; w++) {
      code.line(
          "a0_%d = a0_%d.add(IntVector.fromArray(I, %s, %s%s));",
          w, w, array, row, tiling.offset(w));
    }
  }
}
