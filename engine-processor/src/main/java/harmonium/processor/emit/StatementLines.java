package harmonium.processor.emit;

import harmonium.processor.plan.Statement;

/** One spelling of the statements that have a spelling for each width. */
interface StatementLines {
  /** Whether a statement differs between widths; the others are spelt once, in the kernel. */
  static boolean wide(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate s -> true;
      case Statement.Reduce s -> true;
      case Statement.Sample s -> true;
      case Statement.Chain s -> true;
      case Statement.Outer s -> true;
      case Statement.Scalarwise s -> false;
      case Statement.Expand s -> false;
      case Statement.Total s -> false;
      case Statement.TotalBefore s -> false;
      case Statement.Before s -> false;
      case Statement.Ahead s -> false;
      case Statement.Copy s -> false;
    };
  }

  void accumulate(Code code, Statement.Accumulate statement, boolean stepByStep, Parts parts);

  void reduce(Code code, Statement.Reduce statement);

  void outer(Code code, Statement.Outer statement, Parts parts);

  /** The body of a draw of the layer at step {@code t}, given {@code key0, key1, counter}. */
  void sample(Code code, Statement.Sample statement, Parts parts);
}
