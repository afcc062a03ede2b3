package harmonium.processor.plan;

import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import java.util.List;

/**
 * One step of a kernel, the loop-nest form of the compiler. Grammar:
 *
 * <pre>
 *   for each step:  Accumulate   dest[j] = value(init[j] + left @ M + ...)
 *                   Reduce       dest = sum over j of value[j], by 16 lanes and a tree
 *                   Scalarwise   dest = value
 *                   Expand       dest[j] = bit j of a layer, as 0 or 1
 *                   Chain        k sweeps of block Gibbs sampling
 *                   Sample       one draw of one layer
 *   for all steps:  Outer        dM[i] += left[t][i] * right[t] over t
 *                   Total        db += series[t] over t
 *   once:           Before       series before the first step = parameter
 *                   Ahead        series after the last step = 0
 *                   Copy         a matrix transposed or scaled
 * </pre>
 */
public sealed interface Statement {
  /** What it writes: a series, a layer, a copy or the gradient of a parameter. */
  String dest();

  /**
   * A vector at each step. The accumulator starts at {@code init}; the terms are added in their
   * order, each over its rows ascending; {@code value} is then taken of it.
   *
   * @param init element-wise; null for no accumulator
   * @param value element-wise, with {@link #ACCUMULATOR} for the accumulator
   */
  record Accumulate(String dest, Axis axis, Expr init, List<Term> terms, Expr value)
      implements Statement {
    public Accumulate {
      terms = List.copyOf(terms);
    }

    /** Whether the value is the accumulator itself. */
    public boolean plain() {
      return value instanceof Expr.Ref ref && ref.name().equals(ACCUMULATOR);
    }
  }

  /** A scalar at each step, the sum of an element-wise expression over an axis. */
  record Reduce(String dest, Axis axis, Expr value) implements Statement {}

  /** A scalar at each step. */
  record Scalarwise(String dest, Expr value) implements Statement {}

  /** A layer of binary units as floats. */
  record Expand(String dest, Axis axis) implements Statement {}

  /** One draw of a layer: on with probability sigmoid, at the heat of the chain. */
  record Sample(String dest, Axis axis, String heated, List<Term> terms) implements Statement {
    public Sample {
      terms = List.copyOf(terms);
    }
  }

  /** k sweeps at each step, started from the visible units. */
  record Chain(Sample hidden, Sample visible) implements Statement {
    @Override
    public String dest() {
      return visible.dest();
    }
  }

  /** A contribution to the gradient of a matrix. */
  record Outer(String dest, Expr.Ref left, boolean binary, Expr.Ref right) implements Statement {}

  /** A contribution to the gradient of a vector or scalar. */
  record Total(String dest, Expr.Ref series) implements Statement {}

  /** A contribution of the steps before the first to the gradient of an initial state. */
  record TotalBefore(String dest, Expr.Ref series) implements Statement {}

  /** The value of a state before the first step. */
  record Before(String dest, Axis axis, String parameter) implements Statement {}

  /** Zeros after the last step, for what looks ahead. */
  record Ahead(String dest, boolean vector) implements Statement {}

  /** Refreshes the copy of a matrix. */
  record Copy(Matrix matrix) implements Statement {
    @Override
    public String dest() {
      return matrix.name();
    }
  }

  /** Name of the accumulator in {@link Accumulate#value}. */
  String ACCUMULATOR = "(sum)";
}
