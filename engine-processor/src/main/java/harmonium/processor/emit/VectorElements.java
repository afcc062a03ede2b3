package harmonium.processor.emit;

import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import harmonium.processor.plan.Statement;

/** Spells element-wise expressions for a vector of elements at a time, one line an operation. */
final class VectorElements {
  /** The local that holds numbers of the random stream. */
  static final String UNIFORM = "u0";

  private final Places places;
  private final Code code;
  private final String accumulator;
  private final String prefix;
  private final int ahead;
  private int fresh;

  /**
   * For expressions whose lines go to {@code code}.
   *
   * @param accumulator name of the vector that holds the accumulator
   * @param prefix begins the names of temporaries; a letter and a digit
   * @param row the row of a tile that is meant
   */
  VectorElements(Code code, String accumulator, String prefix, TileRow row) {
    this.places = row.places();
    this.code = code;
    this.accumulator = accumulator;
    this.prefix = prefix;
    ahead = row.ahead();
  }

  /** Writes the lines that declare vector {@code name} as elements {@code j} and following. */
  void declare(String name, Expr e, String j) {
    Value value = value(e, j);
    code.line("FloatVector %s = %s;", name, vector(value));
  }

  /** Writes the lines for elements from {@code j} on and returns the text of the vector. */
  String spell(Expr e, String j) {
    return vector(value(e, j));
  }

  /** Text of a vector, or of a scalar. */
  private record Value(String text, boolean scalar) {}

  private Value value(Expr e, String j) {
    return switch (e) {
      case Expr.Constant(double value) -> new Value(Literal.of(value), true);
      case Expr.Ref ref -> ref(ref, j);
      case Expr.Unary unary -> {
        Value x = value(unary.operand(), j);
        if (x.scalar) {
          yield new Value(VectorSpelling.scalar(unary.op(), x.text), true);
        }
        if (unary.op() == UnaryOp.NEGATE) {
          yield new Value(x.text + ".neg()", false);
        }
        x = named(x);
        String out = next();
        code.line("// %s(%s)", unary.op().spelling(), x.text);
        code.lines(VectorSpelling.lines(unary.op(), x.text, out, out + "_"));
        yield new Value(out, false);
      }
      case Expr.Binary binary ->
          binary(binary.op(), value(binary.left(), j), value(binary.right(), j));
      case Expr.Fill fill -> value(fill.operand(), j);
      default -> throw new IllegalStateException("not element-wise: " + e);
    };
  }

  private Value ref(Expr.Ref of, String j) {
    Expr.Ref ref = new Expr.Ref(of.name(), of.lag() - ahead, of.shape());
    if (ref.name().equals(Statement.ACCUMULATOR)) {
      return new Value(accumulator, false);
    }
    if (ref.name().equals(Statement.UNIFORM)) {
      return new Value(UNIFORM, false);
    }
    String scalar = places.scalar(ref);
    if (scalar != null) {
      return new Value(scalar, true);
    }
    String[] element = places.element(ref, j);
    return new Value("FloatVector.fromArray(F, " + element[0] + ", " + element[1] + ")", false);
  }

  private Value binary(BinaryOp op, Value x, Value y) {
    if (x.scalar && y.scalar) {
      return new Value("(" + x.text + " " + op.spelling() + " " + y.text + ")", true);
    }
    if (x.scalar && (op == BinaryOp.ADD || op == BinaryOp.MULTIPLY)) {
      return binary(op, y, x);
    }
    String method =
        switch (op) {
          case ADD -> "add";
          case SUBTRACT -> "sub";
          case MULTIPLY -> "mul";
          case DIVIDE -> "div";
        };
    return new Value(vector(x) + "." + method + "(" + y.text + ")", false);
  }

  private static String vector(Value x) {
    return x.scalar ? "FloatVector.broadcast(F, " + x.text + ")" : x.text;
  }

  /** A variable for the vector, unless it is one. */
  private Value named(Value x) {
    if (x.text.indexOf('(') < 0) {
      return x;
    }
    String name = next();
    code.line("FloatVector %s = %s;", name, x.text);
    return new Value(name, false);
  }

  private String next() {
    return prefix + "_" + fresh++;
  }
}
