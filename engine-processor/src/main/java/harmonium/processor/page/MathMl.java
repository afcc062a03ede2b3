package harmonium.processor.page;

import static harmonium.processor.page.MathNames.group;
import static harmonium.processor.page.MathNames.word;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;

/** Sets expressions in MathML Core, with as few parentheses as keep the meaning. */
final class MathMl {
  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int NEGATION = 3;
  private static final int ATOM = 4;
  private static final String THIN = "<mspace width='0.17em'/>";

  private final MathNames names;

  MathMl(MathNames names) {
    this.names = names;
  }

  /** An expression as a row. */
  String set(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> number(e.value());
      case Expr.Ref e -> names.set(e.name(), e.lag());
      case Expr.Unary(UnaryOp op, Expr operand) -> unary(op, operand);
      case Expr.Binary e -> binary(e);
      case Expr.Product e -> product(e);
      case Expr.Transpose(Expr operand) -> power(operand, "<mo>⊤</mo>");
      case Expr.Sum(Expr operand) -> group("<mo>∑</mo>" + within(operand, PRODUCT));
      case Expr.Fill(Expr operand, Shape _) -> set(operand);
      case Expr.Spread(Expr operand, boolean rows, Shape _) ->
          call(word(rows ? "rows" : "columns"), operand);
      case Expr.LogSum(Expr operand, int groups) -> call(grouped("logsumexp", groups), operand);
      case Expr.Softmax(Expr operand, int groups) -> call(grouped("softmax", groups), operand);
      case Expr.Earlier e -> earlier(e.layer());
      case Expr.Ordered e -> ordered(e);
      case Expr.OrderedBack e ->
          group(word("back") + enclosed(set(e.adjoint()) + "<mo>,</mo>" + ordered(e.of())));
    };
  }

  /** The units of a layer before unit i. */
  String earlier(String layer) {
    return "<msub>"
        + names.set(layer, 0)
        + group("<mo lspace='0' rspace='0'>&lt;</mo><mi>i</mi>")
        + "</msub>";
  }

  private String unary(UnaryOp op, Expr operand) {
    return switch (op) {
      case NEGATE -> group("<mo form='prefix'>−</mo>" + within(operand, PRODUCT));
      case SQUARE -> power(operand, "<mn>2</mn>");
      case SQRT -> "<msqrt>" + set(operand) + "</msqrt>";
      case ABS -> group("<mo fence='true'>|</mo>" + set(operand) + "<mo fence='true'>|</mo>");
      case SIGMOID -> call(word("σ"), operand);
      case EXP, LOG, TANH, RELU, SOFTPLUS, STEP, PROBIT -> call(word(op.spelling()), operand);
    };
  }

  private String binary(Expr.Binary e) {
    return switch (e.op()) {
      case ADD -> infix(e.left(), "<mo>+</mo>", e.right(), SUM);
      case SUBTRACT -> infix(e.left(), "<mo>−</mo>", e.right(), SUM);
      case MULTIPLY -> infix(e.left(), times(e), e.right(), PRODUCT);
      case DIVIDE -> "<mfrac>" + group(set(e.left())) + group(set(e.right())) + "</mfrac>";
    };
  }

  /** Element by element, or by a number. */
  private static String times(Expr.Binary e) {
    if (e.left().shape().rank() > 0 && e.right().shape().rank() > 0) {
      return "<mo>⊙</mo>";
    }
    return e.right() instanceof Expr.Constant ? "<mo>·</mo>" : THIN;
  }

  private String product(Expr.Product e) {
    boolean dot = e.left().shape().rank() == 1 && e.right().shape().rank() == 1;
    // v W h reads as one product of three, a dot would part it.
    boolean chain = e.left() instanceof Expr.Product || e.right() instanceof Expr.Product;
    return infix(e.left(), dot && !chain ? "<mo>·</mo>" : THIN, e.right(), PRODUCT);
  }

  private String ordered(Expr.Ordered e) {
    String inner =
        set(e.start())
            + "<mo>+</mo>"
            + earlier(e.layer().name())
            + THIN
            + within(e.in(), PRODUCT + 1);
    String function = e.op() == UnaryOp.SIGMOID ? "σ" : e.op().spelling();
    return group(word(function) + enclosed(inner) + THIN + power(e.out(), "<mo>⊤</mo>"));
  }

  private String power(Expr base, String exponent) {
    boolean plain = base instanceof Expr.Ref ref && ref.lag() == 0;
    String set = plain ? set(base) : group(enclosed(set(base)));
    return "<msup>" + set + exponent + "</msup>";
  }

  private String call(String function, Expr operand) {
    return group(function + enclosed(set(operand)));
  }

  private static String grouped(String function, int groups) {
    return groups == 1
        ? word(function)
        : "<msub>" + word(function) + "<mtext>" + groups + " groups</mtext></msub>";
  }

  /** In parentheses, which grow with fractions alone. */
  static String enclosed(String inner) {
    String fixed = inner.contains("<mfrac>") ? "" : " stretchy='false'";
    return "<mo%s>(</mo>%s<mo%s>)</mo>".formatted(fixed, group(inner), fixed);
  }

  private String infix(Expr left, String sign, Expr right, int strength) {
    // A minus right behind a sign would be read as a difference.
    boolean minus =
        right instanceof Expr.Unary(UnaryOp op, Expr _) && op == UnaryOp.NEGATE
            || right instanceof Expr.Constant(double value) && value < 0;
    return group(within(left, strength) + sign + within(right, minus ? ATOM + 1 : strength + 1));
  }

  private String within(Expr expr, int needed) {
    return strength(expr) < needed ? group(enclosed(set(expr))) : set(expr);
  }

  private static String number(double value) {
    String text = IrPrinter.print(new Expr.Constant(Math.abs(value)));
    return value < 0
        ? group("<mo form='prefix'>−</mo><mn>" + text + "</mn>")
        : "<mn>" + text + "</mn>";
  }

  private static int strength(Expr expr) {
    return switch (expr) {
      case Expr.Constant(double value) -> value < 0 ? NEGATION : ATOM;
      case Expr.Unary(UnaryOp op, Expr _) -> op == UnaryOp.NEGATE ? NEGATION : ATOM;
      case Expr.Binary(BinaryOp op, Expr _, Expr _) ->
          switch (op) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY -> PRODUCT;
            case DIVIDE -> ATOM;
          };
      case Expr.Product _, Expr.Ordered _, Expr.Sum _ -> PRODUCT;
      case Expr.Fill(Expr operand, Shape _) -> strength(operand);
      case Expr.Ref _,
          Expr.Transpose _,
          Expr.Earlier _,
          Expr.Spread _,
          Expr.LogSum _,
          Expr.Softmax _,
          Expr.OrderedBack _ ->
          ATOM;
    };
  }
}
