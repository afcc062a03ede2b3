package harmonium.processor.parse;

import harmonium.processor.diagnose.Span;
import java.util.List;

/**
 * A formula as written: untyped, with spans and parentheses. Grammar, loosest first:
 *
 * <pre>
 *   sum     ::= product (("+" | "-") product)*
 *   product ::= factor (("@" | "*" | "/") factor)*
 *   factor  ::= "-" factor | postfix
 *   postfix ::= atom (".T")*
 *   atom    ::= number | name | name "[" "t" (("-" | "+") number)? "]"
 *             | name "[" "&lt;" "i" "]" | name "(" sum ")" | "(" sum ")"
 * </pre>
 */
public sealed interface Ast {
  /** Where it stands. */
  Span span();

  /** The parts, from left to right. */
  List<Ast> parts();

  /** What stands between two parts. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    PRODUCT("@");

    private final String spelling;

    Operator(String spelling) {
      this.spelling = spelling;
    }

    /** The sign in formulas. */
    public String spelling() {
      return spelling;
    }
  }

  /** {@code 0.5}. */
  record Literal(double value, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of();
    }
  }

  /**
   * {@code u} or {@code u[t-1]}.
   *
   * @param lag how many steps back; negative for a look ahead
   */
  record Name(String name, int lag, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of();
    }
  }

  /** {@code v[<i]}, the units before the one that is asked for. */
  record Earlier(String name, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of();
    }
  }

  /** {@code -x}. */
  record Negation(Ast operand, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of(operand);
    }
  }

  /**
   * {@code left sign right}.
   *
   * @param sign where the sign stands
   */
  record Binary(Operator operator, Ast left, Ast right, Span sign) implements Ast {
    @Override
    public Span span() {
      return left.span().through(right.span());
    }

    @Override
    public List<Ast> parts() {
      return List.of(left, right);
    }
  }

  /** {@code tanh(x)}. */
  record Call(String function, Span functionSpan, Ast argument, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of(argument);
    }
  }

  /** {@code x.T}. */
  record Transposed(Ast operand, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of(operand);
    }
  }

  /** {@code (x)}. */
  record Group(Ast inner, Span span) implements Ast {
    @Override
    public List<Ast> parts() {
      return List.of(inner);
    }
  }
}
