package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Spells how couplings become whole numbers, as lines of a method of the kernel. It is plain Java,
 * in loops that the second compiler makes vectors of: once in an update, and slow for the first
 * second of a training if spelt with vectors.
 */
final class FixedLines {
  private final Places places;

  FixedLines(Places places) {
    this.places = places;
  }

  /** The layer that is drawn is the columns of each matrix. */
  void point(Code code, Statement.Point s) {
    int part = places.points().indexOf(s.dest());
    code.open("if (from <= %d && %d < to)", part, part);
    code.line("float reach = 0f;");
    int couplings = 0;
    for (Matrix m : s.matrices()) {
      String source = places.matrix(m.plain());
      code.line(
          "reach += %s%s.reach(%s, %d, %d, %d);",
          m.factor() == 1 ? "" : Literal.of(Math.abs(m.factor())) + " * ",
          places.reaches(s.dest()),
          source.equals("theta") ? "now.theta" : source,
          first(m),
          m.rows(),
          Plan.padded(m.columns()));
      couplings += m.rows();
    }
    code.line("reach *= Math.abs(now.heat);");
    String point = places.point(s.dest());
    code.line("%s = FixedPoint.point(reach);", point);
    s.matrices().stream().filter(places.plan()::tabled).forEach(m -> made(code, m));
    code.line("%s = FixedPoint.most(reach, %d);", places.most(s.dest()), couplings);
    code.close();
  }

  /**
   * Whether the sums of four rows are made, for what was drawn last; they cost more than a draw.
   * Draws in lanes have sums of their own.
   */
  private void made(Code code, Matrix m) {
    List<String> pays = new ArrayList<>();
    Draws.of(places.plan().statements())
        .forEach(draw -> {
          String only = places.plan().byColumns(draw) ? "!inLanes() && " : "";
          draw.terms().stream()
              .filter(term -> term.binary() && term.matrix().equals(m))
              .forEach(term -> pays.add(only + pays(term)));
        });
    code.line("%s = %s;", places.made(m), String.join(" || ", new LinkedHashSet<>(pays)));
  }

  private String pays(Term term) {
    int past = places.plan().past() - term.left().lag();
    return "TableChoice.pays(%s, %d, now.first + %d, now.end + %d, %d)"
        .formatted(
            places.bits(term.left().name()),
            Fields.words(places, term.left().name()),
            past,
            past,
            new Statement.Table(term.matrix()).enough());
  }

  /** Whole rows with their padding, which stays zero, so that it is one long loop. */
  void fix(Code code, Statement.Fix s) {
    Matrix m = s.matrix();
    String source = places.matrix(m.plain());
    if (source.equals("theta")) {
      code.line("float[] theta = now.theta;");
    }
    code.line(
        "float scale = %snow.heat * FixedPoint.scale(%s);",
        m.factor() == 1 ? "" : Literal.of(m.factor()) + " * ", places.point(s.point()));
    code.line("int most = %s;", places.most(s.point()));
    int stride = Plan.padded(m.columns());
    code.line("int end = to * %d%s;", stride, Places.FIRST);
    code.open("for (int at = from * %d%s; at < end; at++)", stride, Places.FIRST);
    int shift = first(m) - Rows.FIRST;
    code.line(
        "%s[at] = FixedPoint.coupling(%s[at%s] * scale, most);",
        places.fixed(m), source, shift == 0 ? "" : shift > 0 ? " + " + shift : " - " + -shift);
    code.close();
  }

  /** Where the numbers of a matrix begin that are made whole. */
  private int first(Matrix m) {
    String offset = places.offset(m.plain());
    return offset.isEmpty() ? 0 : Integer.parseInt(offset.substring(" + ".length()));
  }
}
