package harmonium.processor.emit;

import harmonium.kernel.ParameterBlock;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

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

  /** Adds to the gradient of a parameter what has to do with it. */
  void handed(Code code, Statement.Handed s) {
    theta(code, s.value());
    code.line("float[] gradient = now.gradient;");
    ParameterBlock block = places.parameter(s.dest());
    if (block.axes().isEmpty()) {
      toScalar(code, s, block.offset());
      return;
    }
    code.open("for (int i = from; i < to; i++)");
    code.open("for (int j = 0; j < %d; j++)", block.columns());
    code.line(
        "gradient[i * %d + j%s] += %s;",
        block.stride(), places.offset(s.dest()), spell(s.value(), "i", "j"));
    code.close().close();
  }

  /** A scalar parameter gets sums over all elements, in the order of the rows. */
  private void toScalar(Code code, Statement.Handed s, int offset) {
    Map<String, String> locals = new HashMap<>();
    Expr value = s.value();
    for (Expr.Sum sum : sums(s.value()).toList()) {
      String name = "s" + locals.size();
      Shape shape = sum.operand().shape();
      code.line("float %s = 0f;", name);
      code.open("for (int i = 0; i < %d; i++)", shape.axes().getFirst().size());
      code.open("for (int j = 0; j < %d; j++)", shape.axes().getLast().size());
      code.line("%s += %s;", name, spell(sum.operand(), "i", "j"));
      code.close().close();
      locals.put("(" + name + ")", name);
      value = Rewrite.replace(value, sum, new Expr.Ref("(" + name + ")", 0, Shape.SCALAR));
    }
    code.line("gradient[%d] += %s;", offset, new ScalarElements(places, locals).spell(value, "0"));
  }

  private static Stream<Expr.Sum> sums(Expr e) {
    return e instanceof Expr.Sum sum
        ? Stream.of(sum)
        : e.parts().stream().flatMap(MatrixLines::sums);
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
