package harmonium.processor.plan;

import harmonium.kernel.Rows;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.LinkedHashSet;
import java.util.Locale;

/** The printable form of the copies of matrices that a kernel keeps. */
final class CopyPrinter {
  private final Plan plan;
  private final StringBuilder text = new StringBuilder("# copies of matrices\n");

  private CopyPrinter(Plan plan) {
    this.plan = plan;
  }

  /** A line each: the axes as they lie in memory, without padding, and the bytes with it. */
  static String print(Plan plan) {
    CopyPrinter printer = new CopyPrinter(plan);
    new LinkedHashSet<>(plan.statements()).forEach(printer::line);
    return printer.text.toString();
  }

  private void line(Statement statement) {
    switch (statement) {
      case Statement.Copy s -> line(s, axes(s.matrix()), rows(s.matrix()), "");
      case Statement.Fix s -> line(s, axes(s.matrix()), rows(s.matrix()), "");
      case Statement.Table s -> {
        String columns = axis(s.matrix());
        line(s, "[%d groups x 16 sums x %s]".formatted(s.groups(), columns), s.size(), "");
      }
      case Statement.Columns s -> {
        String form = s.packed() ? "[%s x %d groups x 4 rows]" : "[%s x %d groups x 16 sums]";
        line(s, form.formatted(axis(s.matrix()), s.groups()), s.size(), " at 512 bits");
      }
      case Statement.Bound s ->
          line(s, "[2 x %s]".formatted(axis(s.matrix())), s.size(), " at 512 bits");
      default -> {}
    }
  }

  private void line(Statement s, String axes, int numbers, String where) {
    long bytes = 4L * (Rows.FIRST + numbers);
    String equation = StatementComment.of(s);
    text.append(
        String.format(
            Locale.ROOT,
            "%s : %s, %,d bytes%s%s\n",
            s.dest(),
            axes,
            bytes,
            where,
            equation.substring(s.dest().length())));
  }

  private static int rows(Matrix matrix) {
    return matrix.rows() * Plan.padded(matrix.columns());
  }

  private String axes(Matrix matrix) {
    return shape(matrix).toString();
  }

  private String axis(Matrix matrix) {
    return shape(matrix).axes().getLast().name();
  }

  /** The axes of a matrix, as it is read. */
  private Shape shape(Matrix matrix) {
    Symbol symbol = plan.derived().program().symbol(matrix.parameter()).orElse(null);
    Shape shape = symbol == null ? plan.computed().get(matrix.parameter()) : symbol.shape();
    return matrix.transposed() ? shape.transposed() : shape;
  }
}
