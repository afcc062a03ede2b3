package harmonium.processor.emit;

import harmonium.kernel.ParameterBlock;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Statement;

/** Spells matrices that are worked out of parameters, element by element, and their gradients. */
final class MatrixLines {
  private final Places places;

  MatrixLines(Places places) {
    this.places = places;
  }

  void computed(Code code, Statement.Computed s) {
    theta(code, s.value());
    code.open("for (int i = from; i < to; i++)");
    code.open("for (int j = 0; j < %d; j++)", s.value().shape().axes().getLast().size());
    code.line(
        "%s[i * %d + j] = %s;",
        places.matrix(s.dest()), places.stride(s.dest()), spell(s.value(), "i", "j"));
    code.close().close();
  }

  /** Adds to the gradient of a parameter; to that of a scalar, all elements. */
  void handed(Code code, Statement.Handed s) {
    ParameterBlock block = places.parameter(s.dest());
    boolean scalar = block.axes().isEmpty();
    int rows = s.value().shape().axes().getFirst().size();
    int columns = s.value().shape().axes().getLast().size();
    theta(code, s.value());
    code.line("float[] gradient = now.gradient;");
    code.open(
        scalar ? "for (int i = 0; i < " + rows + "; i++)" : "for (int i = from; i < to; i++)");
    code.open("for (int j = 0; j < %d; j++)", columns);
    String at =
        scalar
            ? String.valueOf(block.offset())
            : "i * %d + j%s".formatted(block.stride(), places.offset(s.dest()));
    Expr value = s.value() instanceof Expr.Sum(Expr all) ? all : s.value();
    code.line("gradient[%s] += %s;", at, spell(value, "i", "j"));
    code.close().close();
  }

  private void theta(Code code, Expr value) {
    if (Rewrite.references(value).anyMatch(ref -> places.isParameter(ref.name()))) {
      code.line("float[] theta = now.theta;");
    }
  }

  /** Element (i, j) of a matrix. */
  private String spell(Expr e, String i, String j) {
    return switch (e) {
      case Expr.Transpose(Expr operand) -> spell(operand, j, i);
      case Expr.Spread spread ->
          new ScalarElements(places, "").spell(spread.operand(), spread.rows() ? i : j);
      case Expr.Ref ref when ref.shape().rank() == 2 -> element(ref.name(), i, j);
      case Expr.Unary unary -> VectorSpelling.scalar(unary.op(), spell(unary.operand(), i, j));
      case Expr.Binary binary ->
          "(%s %s %s)"
              .formatted(
                  spell(binary.left(), i, j), binary.op().spelling(), spell(binary.right(), i, j));
      default -> new ScalarElements(places, "").spell(e, i);
    };
  }

  private String element(String name, String i, String j) {
    for (String matrix : places.plan().computed().keySet()) {
      if (name.equals("d(" + matrix + ")")) {
        return "%s[%s * %d + %s]".formatted(places.gradient(matrix), i, places.stride(matrix), j);
      }
    }
    return "%s[%s * %d + %s%s]"
        .formatted(places.matrix(name), i, places.stride(name), j, places.offset(name));
  }
}
