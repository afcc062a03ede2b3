package harmonium.processor.plan;

import harmonium.api.UnitType;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Symbol;
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
 *                   Off          units = 0
 *                   Keep         units = those of another layer
 *                   LogSum       dest = log sum exp of each group, added
 *                   Softmax      dest[j] = exp over its sum, in each group
 *                   Ordered      dest[i] = sum over j of op(start + v[&lt;i] @ in)[j] * out[i][j]
 *                   InOrder      a draw of all units, one after the other, by such log odds
 *   for all steps:  Outer        dM[i] += left[t][i] * right[t] over t
 *                   Total        db += series[t] over t
 *                   OrderedBack  back through Ordered: the adjoint of start, dIn, dOut
 *   once:           Before       series before the first step = parameter
 *                   Ahead        series after the last step = 0
 *                   Copy         a matrix transposed or scaled
 *                   Point        where the whole numbers of a layer have their binary point
 *                   Fix          a matrix in such whole numbers
 *                   Table        the sums of each four rows of it
 *                   Columns      the same, column by column
 *                   Bound        what the numbers of each column add up to at the least
 *                   Computed     a matrix worked out of parameters
 *                   Clear        the gradient of such a matrix = 0
 *                   Handed       dM += what of that gradient is M's
 *                   Descend      M = M - rate * dM, dM = 0, in an update
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

  /** A layer of discrete units as floats. */
  record Expand(String dest, Axis axis) implements Statement {}

  /**
   * One draw of a layer. What each unit starts from and the products make a sum. A Bernoulli unit
   * is on with probability sigmoid of it, heat being in it already. Of others, {@code value} is
   * taken: for Gaussian units it is the number drawn, for softmax units the least of a group is the
   * one that is on.
   *
   * @param start the series that the sum starts from
   * @param value element-wise, with {@link #ACCUMULATOR} and {@link #UNIFORM}; null for Bernoulli
   */
  record Sample(Symbol.UnitLayer layer, String dest, String start, List<Term> terms, Expr value)
      implements Statement {
    public Sample {
      terms = List.copyOf(terms);
    }

    /** The axis of the layer. */
    public Axis axis() {
      return layer.axis();
    }

    /**
     * Whether it is added up in whole numbers ({@link harmonium.kernel.FixedPoint}), so that the
     * order of additions is free.
     */
    public boolean fixed() {
      return layer.type() == UnitType.BERNOULLI && terms.stream().allMatch(Term::binary);
    }

    /** The name of the point that its whole numbers have. */
    public String point() {
      return layer.name() + "_point";
    }
  }

  /**
   * k sweeps at each step.
   *
   * @param sweep the draws of one sweep
   * @param earlier layers that each sweep of a chain that went before drew
   */
  record Chain(String name, List<Sample> sweep, int earlier) implements Statement {
    public Chain {
      sweep = List.copyOf(sweep);
    }

    @Override
    public String dest() {
      return name;
    }
  }

  /**
   * Draws after the chains, one after the other.
   *
   * @param perSweep layers that each sweep of the chains drew
   * @param skipped layers that are drawn after the chains and before this one
   */
  record Again(Sample sample, int perSweep, int skipped) implements Statement {
    @Override
    public String dest() {
      return sample.dest();
    }
  }

  /** Units that are off. */
  record Off(String dest, Axis axis) implements Statement {}

  /** A copy of units. */
  record Keep(String dest, String source, Axis axis) implements Statement {}

  /** A scalar at each step: log sum exp over each group of a vector, the groups added. */
  record LogSum(String dest, Expr.Ref source, int groups) implements Statement {}

  /** A vector at each step: the softmax of each group. */
  record Softmax(String dest, Expr.Ref source, int groups) implements Statement {}

  /** A vector at each step: the inner part of an ordered conditional. */
  record Ordered(String dest, Expr.Ordered value) implements Statement {}

  /** One draw of all visible units, each given those before it. */
  record InOrder(String dest, String rest, Expr.Ordered odds) implements Statement {}

  /** The way back through an ordered conditional. */
  record OrderedBack(String dest, Expr.OrderedBack value) implements Statement {}

  /**
   * A contribution to the gradient of a matrix.
   *
   * @param descends whether it is all of that gradient, so that in an update the step down can be
   *     taken while the gradient is in registers
   */
  record Outer(String dest, Expr.Ref left, boolean binary, Expr.Ref right, boolean descends)
      implements Statement {}

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

  /**
   * Where the whole numbers that a layer is drawn by have their point.
   *
   * @param matrices what couples the layer to others, each read with the layer as its columns
   */
  record Point(String dest, List<Matrix> matrices) implements Statement {
    public Point {
      matrices = List.copyOf(matrices);
    }
  }

  /** Refreshes the copy of a matrix in whole numbers. */
  record Fix(Matrix matrix, String point) implements Statement {
    @Override
    public String dest() {
      return matrix.name() + "_fixed";
    }
  }

  /** Refreshes the sums of the rows of each group of four units, one for each way to be on. */
  record Table(Matrix matrix) implements Statement {
    /** Units of a group; a group has 16 sums. */
    public static final int UNITS = 4;

    private static final int MOST = 1 << 19;

    @Override
    public String dest() {
      return matrix.name() + "_table";
    }

    /** If more units are on than this, one row for each four is fewer than one for each. */
    public int enough() {
      return (matrix.rows() + UNITS - 1) / UNITS;
    }

    /** Number of groups, even: two are looked up at once. */
    public int groups() {
      return (matrix.rows() + 2 * UNITS - 1) / (2 * UNITS) * 2;
    }

    /** Whole numbers that it takes. */
    public int size() {
      return (groups() << UNITS) * Plan.padded(matrix.columns());
    }

    /** Whether it is worth its while: it fits into the second cache, which half a MiB does. */
    public boolean useful() {
      return matrix.rows() > 2 * UNITS
          && 4L * (groups() << UNITS) * Plan.padded(matrix.columns()) <= MOST;
    }
  }

  /**
   * Refreshes the sums of the rows of each group of four units in another order: the 16 sums of one
   * column of the matrix lie side by side, for the lanes of a vector to pick from. Of a large
   * matrix the rows themselves, in the order in which such sums are made.
   */
  record Columns(Matrix matrix) implements Statement {
    /** Columns that are worked on together. */
    public static final int TILE = 8;

    private static final int MOST = 1 << 17;

    @Override
    public String dest() {
      return matrix.name() + "_columns";
    }

    /** Number of groups. */
    public int groups() {
      return (matrix.rows() + 3) / 4;
    }

    /** Columns, to whole tiles. */
    public int width() {
      return (matrix.columns() + TILE - 1) / TILE * TILE;
    }

    /** Whole numbers that it takes. */
    public int size() {
      return groups() * width() * (packed() ? 4 : 16);
    }

    /**
     * Whether the sums would not stay in the second cache, half a MiB being counted on. Then only
     * what they are made of is laid out, tile after tile.
     */
    public boolean packed() {
      return groups() * width() > MOST / 16;
    }

    /** Whether it is worth its while. */
    public boolean useful() {
      return matrix.rows() > 16;
    }
  }

  /**
   * Refreshes, of each column of a matrix in whole numbers, the mean of its numbers and what all
   * that are below the mean are below it together: a squeeze bounds sums with these ({@link
   * harmonium.kernel.Squeeze}).
   */
  record Bound(Matrix matrix, String point) implements Statement {
    @Override
    public String dest() {
      return matrix.name() + "_bound";
    }

    /** Blocks of 16 columns, by which it is shared out. */
    public int blocks() {
      return Plan.padded(matrix.columns()) / 16;
    }

    /** Whole numbers that it takes: the means of all columns, then the others. */
    public int size() {
      return 2 * Plan.padded(matrix.columns());
    }
  }

  /** A matrix worked out of parameters, element by element. */
  record Computed(String dest, Expr value) implements Statement {}

  /** Zeros for the gradient of a matrix that is worked out. */
  record Clear(String dest) implements Statement {}

  /** Hands the gradient of a matrix that is worked out on to a parameter. */
  record Handed(String dest, Expr value) implements Statement {}

  /**
   * The step of an update down the gradient of a parameter. It is shared out as the statements that
   * add to the gradient of the parameter are, so that a thread may take it as soon as it has done
   * its part of them.
   */
  record Descend(String dest) implements Statement {}

  /** Name of a number of the random stream, strictly between 0 and 1, in {@link Sample#value}. */
  String UNIFORM = "(uniform)";

  /** Name of the root of the temperature, in {@link Sample#value}. */
  String SPREAD = "(spread)";

  /** Name of the accumulator in {@link Accumulate#value}. */
  String ACCUMULATOR = "(sum)";
}
