package harmonium.processor.emit;

import harmonium.processor.plan.Statement;

/** One spelling of the statements that have a spelling for each width. */
interface StatementLines {
  /** Whether a statement differs between widths; the others are spelt once, in the kernel. */
  static boolean wide(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate _, Statement.Reduce _, Statement.Outer _ -> true;
      case Statement.Sample _, Statement.Chain _, Statement.Again _, Statement.Table _ -> true;
      case Statement.Columns _, Statement.Bound _ -> true;
      case Statement.Scalarwise _, Statement.Expand _, Statement.Off _, Statement.Keep _ -> false;
      case Statement.Total _, Statement.TotalBefore _ -> false;
      case Statement.Before _, Statement.Ahead _, Statement.Copy _ -> false;
      case Statement.Point _, Statement.Fix _ -> false;
      case Statement.LogSum _, Statement.Softmax _ -> false;
      case Statement.Ordered _, Statement.InOrder _, Statement.OrderedBack _ -> false;
      case Statement.Computed _, Statement.Clear _, Statement.Handed _ -> false;
      case Statement.Descend _ -> false;
    };
  }

  void accumulate(Code code, Statement.Accumulate statement, boolean stepByStep, Parts parts);

  /** The same for a step of each of four chunks, {@code t0} to {@code t3}. */
  void four(Code code, Statement.Accumulate statement, Parts parts);

  void reduce(Code code, Statement.Reduce statement);

  void outer(Code code, Statement.Outer statement, Parts parts);

  /** The sums of each four rows of a matrix in whole numbers. */
  void table(Code code, Statement.Table statement);

  /** The same, for the lanes of a vector to pick from. */
  void columns(Code code, Statement.Columns statement);

  /** What the numbers of each column of a matrix add up to at the least. */
  void bound(Code code, Statement.Bound statement, Parts parts);

  /** The start values of a draw at step {@code t} in whole numbers. */
  void start(Code code, Statement.Sample statement);

  /** The body of a draw of the layer at step {@code t}, given {@code key, counter}. */
  void sample(Code code, Statement.Sample statement, Parts parts);
}
