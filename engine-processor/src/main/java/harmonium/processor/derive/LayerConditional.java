package harmonium.processor.derive;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of one layer given all others, read off the energy. With {@code a = -dE/dx} at x
 * = 0 and, for real units, {@code c = d2E/dx2}:
 *
 * <pre>
 *   Bernoulli   P(x = 1) = sigmoid(a)        log Z = sum(softplus(a))
 *   softmax     P(x) = softmax(a)            log Z = logsum(a)
 *   Gaussian    x ~ N(a / c, 1 / c)          log Z = sum(a a / c - log(c / 2 pi)) / 2
 * </pre>
 *
 * where Z is the sum (integral) of {@code exp(E(0) - E(x))} over all that the layer can be. Source:
 * Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equations 2 to 4, there for binary units;
 * Welling, Rosen-Zvi and Hinton, NIPS 2004, for the others.
 *
 * @param layer the layer
 * @param activation a, over its axis, in terms of the other layers
 * @param precision c, over its axis; 1 for units that are not real
 */
record LayerConditional(Symbol.UnitLayer layer, Expr activation, Expr precision) {
  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  /** That of a layer under an energy in normal form. */
  static LayerConditional of(Expr energy, Symbol.UnitLayer layer) {
    Expr slope = derivative(energy, new Expr.Constant(-1), layer);
    Expr activation = without(slope, layer);
    Expr precision =
        switch (layer.type()) {
          case BERNOULLI, SOFTMAX -> Algebra.ONE;
          case GAUSSIAN -> derivative(Algebra.sum(slope), new Expr.Constant(-1), layer);
        };
    if (Rewrite.references(precision)
        .anyMatch(ref -> ref.lag() == 0 && ref.name().equals(layer.name()))) {
      throw new UnsupportedModel("a variance of " + layer.name() + " that depends on itself");
    }
    Expr row =
        activation.shape().rank() == 0 ? new Expr.Fill(activation, layer.shape()) : activation;
    return new LayerConditional(
        layer, row, precision instanceof Expr.Fill(Expr scalar, var _) ? scalar : precision);
  }

  /** An expression with a layer's units of this step all 0. */
  static Expr without(Expr e, Symbol.UnitLayer layer) {
    return Rewrite.refs(
        e, ref -> ref.lag() == 0 && ref.name().equals(layer.name()) ? Algebra.ZERO : ref);
  }

  private static Expr derivative(Expr e, Expr seed, Symbol.UnitLayer layer) {
    List<Expr> contributions = new ArrayList<>();
    new ReverseMode(
            new ReverseMode.Sink() {
              @Override
              public void leaf(Expr.Ref leaf, Expr adjoint) {
                if (leaf.name().equals(layer.name()) && leaf.lag() == 0) {
                  contributions.add(adjoint);
                }
              }

              @Override
              public void outer(Expr.Ref matrix, Expr left, Expr right) {}

              @Override
              public void ordered(Expr.OrderedBack back) {}

              @Override
              public Expr named(Expr adjoint, Expr of) {
                return adjoint;
              }

              @Override
              public Expr value(Expr of) {
                return of;
              }
            })
        .run(e, seed);
    return Algebra.sumOf(contributions);
  }

  /** The mean of the layer, the activation being known by a name. */
  Expr mean(Expr a) {
    return switch (layer.type()) {
      case BERNOULLI -> Algebra.unary(UnaryOp.SIGMOID, a);
      case SOFTMAX -> new Expr.Softmax(a, layer.groups());
      case GAUSSIAN -> Algebra.divide(a, precision);
    };
  }

  /** log Z, the activation being known by a name. */
  Expr logPartition(Expr a) {
    return switch (layer.type()) {
      case BERNOULLI -> Algebra.sum(Algebra.unary(UnaryOp.SOFTPLUS, a));
      case SOFTMAX -> new Expr.LogSum(a, layer.groups());
      case GAUSSIAN ->
          Algebra.subtract(
              half(Algebra.sum(Algebra.divide(Algebra.unary(UnaryOp.SQUARE, a), precision))),
              half(logPrecision()));
    };
  }

  /** The log of the probability (density) of units, the activation being known by a name. */
  Expr logProbability(Expr units, Expr a) {
    return switch (layer.type()) {
      case BERNOULLI, SOFTMAX ->
          Algebra.subtract(Algebra.sum(Algebra.multiply(units, a)), logPartition(a));
      case GAUSSIAN -> {
        Expr off = Algebra.unary(UnaryOp.SQUARE, Algebra.subtract(units, mean(a)));
        yield half(Algebra.subtract(logPrecision(), Algebra.sum(Algebra.multiply(precision, off))));
      }
    };
  }

  /** {@code sum(log(c / 2 pi))}. */
  private Expr logPrecision() {
    int size = layer.axis().size();
    Expr constant = new Expr.Constant(-size * LOG_2_PI);
    if (precision instanceof Expr.Constant(double c)) {
      return new Expr.Constant(size * (Math.log(c) - LOG_2_PI));
    }
    Expr log = Algebra.unary(UnaryOp.LOG, precision);
    Expr sum =
        precision.shape().rank() == 0
            ? Algebra.multiply(new Expr.Constant(size), log)
            : Algebra.sum(log);
    return new Expr.Binary(BinaryOp.ADD, sum, constant);
  }

  private static Expr half(Expr e) {
    return Algebra.multiply(new Expr.Constant(0.5), e);
  }
}
