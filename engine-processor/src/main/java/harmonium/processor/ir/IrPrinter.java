package harmonium.processor.ir;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Spells expressions and programs in the notation of the equations, with as few parentheses as keep
 * the meaning: what it prints, the parser reads back as the same expression.
 */
public final class IrPrinter {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int NEGATION = 3;
  private static final int ATOM = 4;

  private IrPrinter() {}

  /** An expression on one line. */
  public static String print(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> number(e.value());
      case Expr.Ref e -> reference(e);
      case Expr.Unary(UnaryOp op, Expr operand) ->
          op == UnaryOp.NEGATE
              ? "-" + within(operand, NEGATION)
              : op.spelling() + "(" + print(operand) + ")";
      case Expr.Binary(BinaryOp op, Expr left, Expr right) ->
          infix(left, op.spelling(), right, strength(expr));
      case Expr.Product e -> infix(e.left(), "@", e.right(), PRODUCT);
      case Expr.Transpose(Expr operand) -> within(operand, ATOM) + ".T";
      case Expr.Sum(Expr operand) -> "sum(" + print(operand) + ")";
      case Expr.Fill(Expr operand, Shape _) -> print(operand);
      case Expr.Spread(Expr operand, boolean rows, Shape _) ->
          (rows ? "rows(" : "columns(") + print(operand) + ")";
      case Expr.LogSum(Expr operand, int groups) ->
          "logsum(" + print(operand) + groups(groups) + ")";
      case Expr.Softmax(Expr operand, int groups) ->
          "softmax(" + print(operand) + groups(groups) + ")";
      case Expr.Earlier e -> e.layer() + "[<i]";
      case Expr.Ordered e ->
          "%s(%s + %s[<i] @ %s) @ %s.T"
              .formatted(
                  e.op().spelling(),
                  print(e.start()),
                  e.layer().name(),
                  within(e.in(), PRODUCT + 1),
                  within(e.out(), ATOM));
      case Expr.OrderedBack e -> "back(%s, %s)".formatted(print(e.adjoint()), print(e.of()));
    };
  }

  private static String groups(int groups) {
    return groups == 1 ? "" : ", " + groups + " groups";
  }

  /** A program, one symbol a line. */
  public static String print(Program program) {
    StringBuilder out = new StringBuilder();
    out.append("model ").append(program.qualifiedName());
    out.append(" -> ").append(program.kernelName()).append('\n');
    out.append("axes ").append(axes(program)).append('\n');
    for (Symbol symbol : program.symbols()) {
      out.append(print(symbol)).append('\n');
    }
    return out.toString();
  }

  private static String axes(Program program) {
    return program.symbols().stream()
        .flatMap(s -> s.shape().axes().stream())
        .distinct()
        .map(axis -> axis.name() + " [" + axis.size() + "]")
        .collect(Collectors.joining(", "));
  }

  /** A symbol on one line. */
  public static String print(Symbol symbol) {
    return switch (symbol) {
      case Symbol.UnitLayer s ->
          "%s %s [%d]%s"
              .formatted(
                  word(s.role()),
                  s.name(),
                  s.axis().size(),
                  s.role() == Symbol.Role.INPUT ? "" : " " + word(s.type()) + groups(s.groups()));
      case Symbol.Parameter s ->
          "parameter %s : %s%s"
              .formatted(
                  s.name(), s.shape(), s.normal() == 0 ? "" : ", normal " + plain(s.normal()));
      case Symbol.Series s -> {
        String kind = s.state() ? "state" : "equation";
        String first = s.initial().map(i -> ", before the first step " + i).orElse("");
        yield "%s %s : %s = %s%s".formatted(kind, s.name(), s.shape(), print(s.value()), first);
      }
      case Symbol.EnergyFunction s -> "energy %s = %s".formatted(s.name(), print(s.value()));
      case Symbol.LogOdds s -> "log odds %s = %s".formatted(s.name(), print(s.value()));
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String reference(Expr.Ref ref) {
    if (ref.lag() == 0) {
      return ref.name();
    }
    return ref.name() + (ref.lag() > 0 ? "[t-" + ref.lag() : "[t+" + -ref.lag()) + "]";
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** A number without an exponent. */
  public static String plain(double value) {
    return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
  }

  private static String infix(Expr left, String sign, Expr right, int strength) {
    // Operators are left associative: equal strength needs parentheses on the right alone.
    return within(left, strength) + " " + sign + " " + within(right, strength + 1);
  }

  private static String within(Expr expr, int needed) {
    return strength(expr) < needed ? "(" + print(expr) + ")" : print(expr);
  }

  private static int strength(Expr expr) {
    return switch (expr) {
      case Expr.Constant(double value) -> value < 0 ? NEGATION : ATOM;
      case Expr.Ref _, Expr.Transpose _, Expr.Sum _, Expr.Earlier _ -> ATOM;
      case Expr.Spread _, Expr.LogSum _, Expr.Softmax _, Expr.OrderedBack _ -> ATOM;
      case Expr.Unary(UnaryOp op, Expr _) -> op == UnaryOp.NEGATE ? NEGATION : ATOM;
      case Expr.Binary(BinaryOp op, Expr _, Expr _) ->
          switch (op) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
          };
      case Expr.Product _, Expr.Ordered _ -> PRODUCT;
      case Expr.Fill(Expr operand, Shape _) -> strength(operand);
    };
  }
}
