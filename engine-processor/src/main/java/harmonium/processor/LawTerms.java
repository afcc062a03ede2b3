package harmonium.processor;

import harmonium.processor.derive.UnsupportedModel;
import harmonium.processor.diagnose.Span;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import harmonium.processor.parse.Ast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Tells which terms of an energy the back end refuses, by giving it each of them alone: what it
 * refuses shows in what it derives, where a term of the formula is no longer to be found.
 */
final class EnergyTerms {
  private final Program program;
  private final Function<Program, Backend.Result> backend;
  private final List<Span> refused = new ArrayList<>();

  private EnergyTerms(Program program, Function<Program, Backend.Result> backend) {
    this.program = program;
    this.backend = backend;
  }

  /**
   * The places of the terms that are refused; empty if something else is in the way.
   *
   * @param formula the energy as written
   */
  static List<Span> refused(
      Program program, Ast formula, Function<Program, Backend.Result> backend) {
    if (program.isOrdered()) {
      return List.of();
    }
    EnergyTerms terms = new EnergyTerms(program, backend);
    if (terms.compiles(new Expr.Constant(0))) {
      terms.visit(formula, program.law().value());
    }
    return terms.refused;
  }

  /** Tree and typed form have the same sums and signs; the second has no parentheses. */
  private void visit(Ast ast, Expr typed) {
    switch (ast) {
      case Ast.Group a -> visit(a.inner(), typed);
      case Ast.Negation a when typed instanceof Expr.Unary negation ->
          visit(a.operand(), negation.operand());
      case Ast.Binary a when typed instanceof Expr.Binary sum && isSum(sum.op()) -> {
        visit(a.left(), sum.left());
        visit(a.right(), sum.right());
      }
      default -> {
        if (!compiles(typed)) {
          refused.add(ast.span());
        }
      }
    }
  }

  private static boolean isSum(BinaryOp op) {
    return op == BinaryOp.ADD || op == BinaryOp.SUBTRACT;
  }

  /** Whether a term does, beside the least that makes an energy of it: every layer. */
  private boolean compiles(Expr term) {
    Expr energy = term;
    for (Symbol.UnitLayer layer : program.all(Symbol.UnitLayer.class)) {
      Expr units = new Expr.Sum(new Expr.Ref(layer.name(), 0, layer.shape()));
      energy = new Expr.Binary(BinaryOp.ADD, energy, units);
    }
    try {
      var _ = backend.apply(program.withLaw(energy));
      return true;
    } catch (UnsupportedModel refusal) {
      return false;
    }
  }
}
