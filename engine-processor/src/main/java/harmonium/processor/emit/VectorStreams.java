package harmonium.processor.emit;

import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import harmonium.processor.plan.Term;
import java.util.List;

/**
 * Spells products of one row with matrices that come from far caches. Tiles of columns would read a
 * few lines of each row and jump to the next, which the hardware does not foresee. Here some rows
 * at a time are read from end to end, and the sums, which fit into the first cache, are loaded and
 * stored for each of these. An element adds its terms in the same order as in tiles.
 */
final class VectorStreams {
  /** Rows that are read side by side. */
  private static final int ROWS = 8;

  private final Places places;
  private final int lanes;

  VectorStreams(Places places, int lanes) {
    this.places = places;
    this.lanes = lanes;
  }

  /** The sums of columns {@code [first, end)} of step {@code t}. */
  void sums(Code code, Statement.Accumulate s, Parts parts, String first, String end) {
    String dest = places.array(s.dest());
    String row = places.row(0, s.axis().size());
    String start =
        parts.part(
            "start",
            List.of("t", "first", "end"),
            part -> {
              new Fields(places).array(s.dest()).expression(s.init()).declare(part);
              open(part);
              if (s.init() == null) {
                part.line("FloatVector a0 = FloatVector.zero(F);");
              } else {
                new VectorElements(part, "", "b0", TileRow.only(places))
                    .declare("a0", s.init(), "j");
              }
              part.line("a0.intoArray(%s, %s + j);", dest, row).close();
            });
    code.line("%s(k, t, %s, %s);", start, first, end);
    int number = 0;
    for (Term term : s.terms()) {
      String suffix = number++ == 0 ? "" : "_" + number;
      int rows = term.matrix().rows();
      code.line("// + %s", StatementComment.term(term));
      int whole = rows / ROWS * ROWS;
      if (whole > 0) {
        String rowsOf = rows(s, term, parts, "rows" + suffix, ROWS);
        code.open("for (int i = 0; i < %d; i += %d)", whole, ROWS);
        code.line("%s(k, t, i, %s, %s);", rowsOf, first, end).close();
      }
      if (rows > whole) {
        String rest = rows(s, term, parts, "rest" + suffix, rows - whole);
        code.line("%s(k, t, %d, %s, %s);", rest, whole, first, end);
      }
    }
  }

  /** Adds rows {@code i} and those after it, each times its element. */
  private String rows(Statement.Accumulate s, Term term, Parts parts, String suffix, int rows) {
    String dest = places.array(s.dest());
    String own = places.row(0, s.axis().size());
    int stride = Plan.padded(term.matrix().columns());
    String left = places.array(term.left().name());
    String from = places.row(term.left().lag(), term.matrix().rows());
    return parts.part(
        suffix,
        List.of("t", "i", "first", "end"),
        part -> {
          new Fields(places).array(s.dest()).terms(List.of(term)).declare(part);
          for (int r = 0; r < rows; r++) {
            part.line(
                "final FloatVector x%d = FloatVector.broadcast(F, %s[%s + i%s]);",
                r, left, from, r == 0 ? "" : " + " + r);
          }
          part.line("final int row = i * %d%s;", stride, places.offset(term.matrix()));
          open(part);
          part.line("FloatVector a0 = FloatVector.fromArray(F, %s, %s + j);", dest, own);
          for (int r = 0; r < rows; r++) {
            part.line(
                "a0 = x%d.fma(FloatVector.fromArray(F, %s, row%s + j), a0);",
                r, places.matrix(term.matrix()), r == 0 ? "" : " + " + r * stride);
          }
          part.line("a0.intoArray(%s, %s + j);", dest, own).close();
        });
  }

  private void open(Code code) {
    code.open("for (int j = first; j < end; j += %d)", lanes);
  }
}
