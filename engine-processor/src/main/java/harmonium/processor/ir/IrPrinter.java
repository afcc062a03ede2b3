package harmonium.processor.ir;

/** Prints expressions in the notation of equations. */
public final class IrPrinter {
  private IrPrinter() {}

  /** One expression. */
  public static String print(Expr e) {
    return switch (e) {
      case Expr.Constant c -> String.valueOf(c.value());
      case Expr.Ref r ->
          r.lag() == 0 ? r.name() : r.name() + "[t" + (r.lag() > 0 ? "-" + r.lag() : "+" + -r.lag()) + "]";
      case Expr.Unary u when u.op() == UnaryOp.NEGATE -> "-" + wrap(u.operand());
      case Expr.Unary u -> u.op().spelling() + "(" + print(u.operand()) + ")";
      case Expr.Binary b -> wrap(b.left()) + " " + b.op().spelling() + " " + wrap(b.right());
      case Expr.Product p -> wrap(p.left()) + " @ " + wrap(p.right());
      case Expr.Transpose p -> print(p.operand()) + ".T";
      case Expr.Sum s -> "sum(" + print(s.operand()) + ")";
      case Expr.Fill f -> print(f.operand());
    };
  }

  private static String wrap(Expr e) {
    return e instanceof Expr.Binary ? "(" + print(e) + ")" : print(e);
  }
}
