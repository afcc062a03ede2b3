package harmonium.processor.parse;

/** Prints a tree with a pair of parentheses for every operation: how a formula was read. */
public final class AstPrinter {
  private AstPrinter() {}

  /** The printable form. */
  public static String print(Ast ast) {
    return switch (ast) {
      case Ast.Literal a -> String.valueOf(a.value());
      case Ast.Name a -> a.lag() == 0 ? a.name() : a.name() + lag(a.lag());
      case Ast.Earlier a -> a.name() + "[<i]";
      case Ast.Negation a -> "(-" + print(a.operand()) + ")";
      case Ast.Binary a ->
          "(" + print(a.left()) + " " + a.operator().spelling() + " " + print(a.right()) + ")";
      case Ast.Call a -> a.function() + "(" + print(a.argument()) + ")";
      case Ast.Transposed a -> print(a.operand()) + ".T";
      case Ast.Group a -> "(" + print(a.inner()) + ")";
    };
  }

  /** {@code name = tree}, one formula a line. */
  public static String print(ParsedModel model) {
    StringBuilder out = new StringBuilder();
    model
        .formulas()
        .forEach((name, f) -> out.append(name).append(" = ").append(print(f)).append('\n'));
    return out.toString();
  }

  private static String lag(int lag) {
    return lag > 0 ? "[t-" + lag + "]" : "[t+" + -lag + "]";
  }
}
