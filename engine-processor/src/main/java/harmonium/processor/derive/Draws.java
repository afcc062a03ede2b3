package harmonium.processor.derive;

import harmonium.api.UnitType;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the activation of one layer into the form that a draw needs: what stays the same along a
 * chain, and sums of rows of matrices.
 */
final class Draws {
  private final Derivation of;
  private final Symbol.UnitLayer layer;
  private final Definition start;
  private final Expr deviation;
  private final List<Draw.Pull> pulls = new ArrayList<>();

  /** The form for one conditional. */
  Draws(Derivation of, LayerConditional conditional, Expr heat) {
    this.of = of;
    layer = conditional.layer();
    boolean real = layer.type() == UnitType.GAUSSIAN;
    Expr activation =
        Distribution.toUnits(
            conditional.activation(), of::isModelled, ref -> of.isConstant(ref.name()));
    Expr rest = Rewrite.refs(activation, ref -> of.isModelled(ref) ? Algebra.ZERO : ref);
    Expr precision = conditional.precision();
    boolean unit = precision.equals(Algebra.ONE);
    if (real && !unit && !isConstant(precision)) {
      // Rows of a matrix that is scaled afresh at every step would have to be multiplied out.
      throw new UnsupportedModel(
          "a variance of %s that changes from step to step or with other units"
              .formatted(layer.name()));
    }
    start =
        new Definition(
            of.names().fresh((real ? "mean_start_" : "heated_") + layer.name()),
            layer.shape(),
            real ? Algebra.divide(rest, precision) : Algebra.multiply(heat, rest));
    deviation =
        !real
            ? null
            : unit
                ? Algebra.ONE
                : Algebra.unary(UnaryOp.SQRT, Algebra.divide(Algebra.ONE, precision));
    collect(activation, 1, real && !unit ? Algebra.divide(Algebra.ONE, precision) : null);
  }

  Definition start() {
    return start;
  }

  /**
   * The draw with the other layers' units under the names that they have at that moment.
   *
   * @param names of layers that others stand in for
   */
  Draw draw(String dest, Map<String, String> names) {
    List<Draw.Pull> named = new ArrayList<>();
    for (Draw.Pull pull : pulls) {
      String name = names.getOrDefault(pull.units().name(), pull.units().name());
      named.add(
          new Draw.Pull(new Expr.Ref(name, 0, pull.units().shape()), pull.matrix(), pull.factor()));
    }
    return new Draw(dest, layer, start, named, deviation);
  }

  /**
   * Collects the products with units of the step.
   *
   * @param scale what the sum is multiplied by besides, unit by unit; null for nothing
   */
  private void collect(Expr e, double factor, Expr scale) {
    switch (e) {
      case Expr.Product(Expr.Ref left, Expr matrix, var _) when of.isModelled(left) ->
          add(new Draw.Pull(left, of.hoisted(scaled(matrix, scale)), factor));
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.ADD || op == BinaryOp.SUBTRACT -> {
        collect(left, factor, scale);
        collect(right, op == BinaryOp.ADD ? factor : -factor, scale);
      }
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && left instanceof Expr.Constant(double value) ->
          collect(right, value * factor, scale);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && right instanceof Expr.Constant(double value) ->
          collect(left, value * factor, scale);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.DIVIDE && right instanceof Expr.Constant(double value) ->
          collect(left, factor / value, scale);
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when op == BinaryOp.MULTIPLY && isConstant(left) ->
          collect(right, factor, scale == null ? left : Algebra.multiply(scale, left));
      case Expr.Binary(BinaryOp op, Expr left, Expr right)
          when (op == BinaryOp.MULTIPLY || op == BinaryOp.DIVIDE) && isConstant(right) ->
          collect(left, factor, Algebra.binary(op, scale == null ? Algebra.ONE : scale, right));
      case Expr.Unary(UnaryOp op, Expr operand) when op == UnaryOp.NEGATE ->
          collect(operand, -factor, scale);
      default -> {
        if (Rewrite.references(e).anyMatch(of::isModelled)) {
          throw new UnsupportedModel(Distribution.WAY);
        }
      }
    }
  }

  /** Each matrix once: what adds up couplings looks at matrices, not at terms. */
  private void add(Draw.Pull pull) {
    for (int i = 0; i < pulls.size(); i++) {
      Draw.Pull other = pulls.get(i);
      if (other.units().equals(pull.units()) && other.matrix().equals(pull.matrix())) {
        pulls.set(i, new Draw.Pull(pull.units(), pull.matrix(), other.factor() + pull.factor()));
        return;
      }
    }
    pulls.add(pull);
  }

  private static Expr scaled(Expr matrix, Expr scale) {
    if (scale == null) {
      return matrix;
    }
    boolean vector = scale.shape().rank() == 1;
    return Algebra.multiply(vector ? new Expr.Spread(scale, false, matrix.shape()) : scale, matrix);
  }

  private boolean isConstant(Expr e) {
    return Rewrite.references(e).allMatch(ref -> of.isConstant(ref.name()));
  }
}
