package harmonium.processor.check;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;
import harmonium.processor.parse.Ast;
import harmonium.processor.read.Text;
import java.util.Optional;

/**
 * The rules of axes, one for each operator. Axes are equal only if their names are; a scalar goes
 * with anything element-wise; a product takes away the axis at which its sides meet.
 */
final class OperatorRules {
  private final Scope scope;
  private final Text formula;
  private final Diagnostics diagnostics;

  OperatorRules(Scope scope, Text formula, Diagnostics diagnostics) {
    this.scope = scope;
    this.formula = formula;
    this.diagnostics = diagnostics;
  }

  Optional<Expr> unary(UnaryOp op, Expr operand, Ast ast) {
    if (operand.shape().rank() == 2 && reduces(operand)) {
      return reducedWithin(ast.parts().getFirst());
    }
    return matrix(new Expr.Unary(op, operand), ast);
  }

  Optional<Expr> sum(Expr operand, Ast ast) {
    return switch (operand.shape().rank()) {
      case 0 -> Optional.of(operand);
      case 1 -> Optional.of(new Expr.Sum(operand));
      default -> refuse(problem(Code.Unsupported, ast, "a sum over a matrix"));
    };
  }

  Optional<Expr> transpose(Expr operand, Ast.Transposed ast) {
    if (operand.shape().rank() == 2) {
      // The transpose of a transpose is the matrix, which keeps operands of @ in one of two forms.
      return Optional.of(
          operand instanceof Expr.Transpose(Expr inner) ? inner : new Expr.Transpose(operand));
    }
    Shape shape = operand.shape();
    String words = shape.rank() == 0 ? "a scalar" : "a vector over " + shape;
    return refuse(
        problem(Code.NotAMatrix, ast, written(ast.operand()), words)
            .help("a vector is a row on the left of @ and a column on its right"));
  }

  Optional<Expr> binary(Expr left, Expr right, Ast.Binary ast) {
    return switch (ast.operator()) {
      case ADD -> elementwise(BinaryOp.ADD, left, right, ast);
      case SUBTRACT -> elementwise(BinaryOp.SUBTRACT, left, right, ast);
      case MULTIPLY -> elementwise(BinaryOp.MULTIPLY, left, right, ast);
      case DIVIDE -> elementwise(BinaryOp.DIVIDE, left, right, ast);
      case PRODUCT -> product(left, right, ast);
    };
  }

  private Optional<Expr> elementwise(BinaryOp op, Expr left, Expr right, Ast.Binary ast) {
    Shape l = left.shape();
    Shape r = right.shape();
    if (l.rank() > 0 && r.rank() > 0 && !l.equals(r)) {
      String words =
          switch (op) {
            case ADD -> "add " + r + " to " + l;
            case SUBTRACT -> "subtract " + r + " from " + l;
            case MULTIPLY -> "multiply " + l + " by " + r;
            case DIVIDE -> "divide " + l + " by " + r;
          };
      return refuse(mismatch(words, l, r, ast));
    }
    boolean within = reduces(left) || reduces(right);
    if (within && Math.max(l.rank(), r.rank()) == 2) {
      return reducedWithin(reduces(left) ? ast.left() : ast.right());
    }
    return matrix(new Expr.Binary(op, left, right), ast);
  }

  /** Whether there is a product or a sum in it, of which computed matrices are not made. */
  static boolean reduces(Expr e) {
    return e instanceof Expr.Product
        || e instanceof Expr.Sum
        || e.parts().stream().anyMatch(OperatorRules::reduces);
  }

  private Optional<Expr> reducedWithin(Ast ast) {
    return refuse(
        problem(
            Code.Unsupported,
            ast,
            "a product or sum within a matrix that is worked out element by element"));
  }

  private Optional<Expr> product(Expr left, Expr right, Ast.Binary ast) {
    Shape l = left.shape();
    Shape r = right.shape();
    if (l.rank() == 0 || r.rank() == 0) {
      return refuse(
          mismatch("multiply " + l + " @ " + r, l, r, ast).help("write * to multiply by a scalar"));
    }
    Axis inner = l.axes().getLast();
    if (!inner.equals(r.axes().getFirst())) {
      return refuse(
          mismatch("multiply " + l + " @ " + r, l, r, ast).help(transposed(left, right, ast)));
    }
    if (l.rank() == 2 && r.rank() == 2) {
      Shape matrix = Shape.matrix(l.axes().getFirst(), r.axes().getLast());
      return matrix(new Expr.Product(left, right, matrix), ast);
    }
    Shape shape =
        l.rank() == 2
            ? Shape.vector(l.axes().getFirst())
            : r.rank() == 2 ? Shape.vector(r.axes().getLast()) : Shape.SCALAR;
    return Optional.of(new Expr.Product(left, right, shape));
  }

  /** The transpose is meant for certain if it fits and the matrix stands there by its name. */
  private Optional<String> transposed(Expr left, Expr right, Ast.Binary ast) {
    Shape l = left.shape();
    Shape r = right.shape();
    if (l.rank() == 1 && r.rank() == 2 && l.axis().equals(r.axes().getLast())) {
      return advice(right, ast.right());
    }
    boolean fits = l.rank() == 2 && r.rank() == 1 && r.axis().equals(l.axes().getFirst());
    return fits ? advice(left, ast.left()) : Optional.empty();
  }

  private Optional<String> advice(Expr matrix, Ast ast) {
    // In a @ W @ b the matrix may stand inside the left side, which is then a vector anyway.
    return switch (matrix) {
      case Expr.Ref ref ->
          Optional.of("%s is %s; write %s.T".formatted(written(ast), ref.shape(), written(ast)));
      case Expr.Transpose(Expr.Ref ref) ->
          Optional.of("%s is %s; write %s".formatted(ref.name(), ref.shape(), ref.name()));
      default -> Optional.empty();
    };
  }

  private Diagnostic mismatch(String words, Shape left, Shape right, Ast.Binary ast) {
    return Diagnostic.of(Code.ShapeMismatch, formula.origin(), words)
        .at(formula.value(), ast.sign())
        .label(ast.left().span(), left.toString())
        .label(ast.right().span(), right.toString());
  }

  /** A matrix must be made of parameters alone, so that it is the same at every step. */
  private Optional<Expr> matrix(Expr e, Ast ast) {
    return e.shape().rank() < 2 || isConstant(e)
        ? Optional.of(e)
        : refuse(
            problem(
                Code.Unsupported,
                ast,
                "a matrix made of more than parameters, which may change from step to step"));
  }

  private boolean isConstant(Expr e) {
    return e instanceof Expr.Ref ref
        ? scope.is(ref.name(), Scope.Kind.PARAMETER) || ref.shape().rank() == 2
        : e.parts().stream().allMatch(this::isConstant);
  }

  private Diagnostic problem(Code code, Ast ast, Object... words) {
    return Diagnostic.of(code, formula.origin(), words).at(formula.value(), ast.span());
  }

  private Optional<Expr> refuse(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    return Optional.empty();
  }

  private String written(Ast ast) {
    return formula.value().substring(ast.span().from(), ast.span().to());
  }
}
