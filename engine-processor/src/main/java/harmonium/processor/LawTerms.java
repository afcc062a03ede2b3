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
 * Tells which terms of an energy, or of log odds, the back end refuses, by giving it each of them
 * alone: what it refuses shows in what it derives, where a term of the formula is no longer to be
 * found.
 */
final class LawTerms {
  private final Program program;
  private final Function<Program, Backend.Result> backend;
  private final List<Span> refused = new ArrayList<>();
  private final List<Span> earlier = new ArrayList<>();

  private LawTerms(Program program, Function<Program, Backend.Result> backend) {
    this.program = program;
    this.backend = backend;
  }

  /**
   * The places of the terms that are refused; empty if something else is in the way.
   *
   * @param formula the energy or the log odds as written
   */
  static List<Span> refused(
      Program program, Ast formula, Function<Program, Backend.Result> backend) {
    LawTerms terms = new LawTerms(program, backend);
    if (program.isOrdered() || terms.compiles(new Expr.Constant(0))) {
      terms.visit(formula, program.law().value());
    }
    // Each may be well alone, and the second one too many.
    return terms.refused.isEmpty() && !terms.earlier.isEmpty()
        ? terms.earlier.subList(1, terms.earlier.size())
        : terms.refused;
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
        if (holdsEarlier(typed)) {
          earlier.add(ast.span());
        }
        if (!compiles(typed)) {
          refused.add(ast.span());
        }
      }
    }
  }

  private static boolean isSum(BinaryOp op) {
    return op == BinaryOp.ADD || op == BinaryOp.SUBTRACT;
  }

  private static boolean holdsEarlier(Expr e) {
    return e instanceof Expr.Earlier || e.parts().stream().anyMatch(LawTerms::holdsEarlier);
  }

  /** Whether a term does, beside the least that makes an energy of it: every layer. */
  private boolean compiles(Expr term) {
    if (program.isOrdered()) {
      return !holdsEarlier(term) || derives(term);
    }
    Expr energy = term;
    for (Symbol.UnitLayer layer : program.all(Symbol.UnitLayer.class)) {
      Expr units = new Expr.Sum(new Expr.Ref(layer.name(), 0, layer.shape()));
      energy = new Expr.Binary(BinaryOp.ADD, energy, units);
    }
    return derives(energy);
  }

  private boolean derives(Expr law) {
    try {
      var _ = backend.apply(program.withLaw(law));
      return true;
    } catch (UnsupportedModel refusal) {
      return false;
    }
  }
}
