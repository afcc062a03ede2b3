package harmonium.processor.parse;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Span;
import harmonium.processor.read.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Parses one formula by recursive descent; the grammar stands at {@link Ast}.
 *
 * <p>Before: {@code bv + u[t-1] @ Wuv}. After: {@code (bv + (u[t-1] @ Wuv))}.
 */
public final class Parser {
  /** The most characters of a formula. */
  public static final int LONGEST = 20_000;

  /** The most levels of a tree, so that no later phase can run out of stack. */
  public static final int DEEPEST = 250;

  private final String symbol;
  private final List<Token> tokens;
  private int at;
  private int depth;

  private Parser(String symbol, List<Token> tokens) {
    this.symbol = symbol;
    this.tokens = tokens;
  }

  /** The tree of a symbol's formula; empty after a diagnostic. */
  public static Optional<Ast> parse(String symbol, Text formula, Diagnostics diagnostics) {
    String text = formula.value();
    if (text.length() > LONGEST) {
      diagnostics.add(Diagnostic.of(Code.TooLong, formula.origin(), symbol, text.length()));
      return Optional.empty();
    }
    try {
      Parser parser = new Parser(symbol, Lexer.tokens(text));
      Ast ast = parser.sum();
      parser.expect(Token.Kind.END, "an operator");
      parser.limitDepth(ast);
      return Optional.of(ast);
    } catch (SyntaxFault fault) {
      diagnostics.add(
          Diagnostic.of(fault.code(), formula.origin(), fault.words())
              .at(text, fault.span())
              .help(fault.help()));
      return Optional.empty();
    }
  }

  private Ast sum() {
    Ast left = product();
    while (true) {
      Ast.Operator operator =
          switch (peek().kind()) {
            case PLUS -> Ast.Operator.ADD;
            case MINUS -> Ast.Operator.SUBTRACT;
            default -> null;
          };
      if (operator == null) {
        return left;
      }
      Span sign = take().span();
      left = new Ast.Binary(operator, left, product(), sign);
    }
  }

  private Ast product() {
    Ast left = factor();
    while (true) {
      Ast.Operator operator =
          switch (peek().kind()) {
            case AT -> Ast.Operator.PRODUCT;
            case STAR -> Ast.Operator.MULTIPLY;
            case SLASH -> Ast.Operator.DIVIDE;
            default -> null;
          };
      if (operator == null) {
        return left;
      }
      Span sign = take().span();
      left = new Ast.Binary(operator, left, factor(), sign);
    }
  }

  private Ast factor() {
    if (peek().kind() != Token.Kind.MINUS) {
      return postfix();
    }
    Span sign = take().span();
    enter(sign);
    Ast operand = factor();
    depth--;
    return new Ast.Negation(operand, sign.through(operand.span()));
  }

  private Ast postfix() {
    Ast ast = atom();
    while (peek().kind() == Token.Kind.DOT) {
      take();
      Token name = take();
      if (!name.text().equals("T")) {
        throw unexpected("T after the dot", name);
      }
      ast = new Ast.Transposed(ast, ast.span().through(name.span()));
    }
    if (peek().kind() == Token.Kind.OPEN_INDEX) {
      throw new SyntaxFault(
          Code.UnexpectedToken,
          peek().span(),
          Optional.of("only a symbol can be looked back at, as in x[t-1]"),
          "an operator",
          "[");
    }
    return ast;
  }

  private Ast atom() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER -> new Ast.Literal(Double.parseDouble(token.text()), token.span());
      case NAME ->
          switch (peek().kind()) {
            case OPEN -> call(token);
            case OPEN_INDEX -> indexed(token);
            default -> new Ast.Name(token.text(), 0, token.span());
          };
      case OPEN -> {
        enter(token.span());
        Ast inner = sum();
        depth--;
        Span close = expect(Token.Kind.CLOSE, "an operator or )").span();
        yield new Ast.Group(inner, token.span().through(close));
      }
      default -> throw unexpected("a name, a number or (", token);
    };
  }

  private Ast call(Token function) {
    take();
    enter(function.span());
    Ast argument = sum();
    depth--;
    Span close = expect(Token.Kind.CLOSE, "an operator or )").span();
    return new Ast.Call(function.text(), function.span(), argument, function.span().through(close));
  }

  private Ast indexed(Token name) {
    take();
    if (peek().kind() == Token.Kind.LESS) {
      take();
      Token unit = take();
      if (!unit.text().equals("i")) {
        throw unexpected("i, as in " + name.text() + "[<i]", unit);
      }
      Span close = expect(Token.Kind.CLOSE_INDEX, "]").span();
      return new Ast.Earlier(name.text(), name.span().through(close));
    }
    Token time = take();
    if (!time.text().equals("t")) {
      throw unexpected("t, as in " + name.text() + "[t-1]", time);
    }
    int lag = 0;
    Token.Kind sign = peek().kind();
    if (sign == Token.Kind.MINUS || sign == Token.Kind.PLUS) {
      take();
      Token steps = take();
      if (!steps.text().matches("\\d+")) {
        throw unexpected("a whole number of steps", steps);
      }
      // More than nine digits are too many for any limit, and for an int.
      int count = steps.text().length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(steps.text());
      lag = sign == Token.Kind.MINUS ? count : -count;
    }
    Span close = expect(Token.Kind.CLOSE_INDEX, "]").span();
    return new Ast.Name(name.text(), lag, name.span().through(close));
  }

  private void limitDepth(Ast root) {
    record Level(Ast ast, int depth) {}
    Deque<Level> open = new ArrayDeque<>();
    open.push(new Level(root, 1));
    while (!open.isEmpty()) {
      Level level = open.pop();
      if (level.depth() > DEEPEST) {
        throw tooDeep(level.ast().span());
      }
      level.ast().parts().forEach(part -> open.push(new Level(part, level.depth() + 1)));
    }
  }

  private void enter(Span span) {
    if (++depth > DEEPEST) {
      throw tooDeep(span);
    }
  }

  private SyntaxFault tooDeep(Span span) {
    Optional<String> help = Optional.of("give a part of it a name with an @Equation of its own");
    return new SyntaxFault(Code.TooDeep, span, help, symbol, DEEPEST);
  }

  private Token expect(Token.Kind kind, String expected) {
    if (peek().kind() != kind) {
      throw unexpected(expected, peek());
    }
    return take();
  }

  private static SyntaxFault unexpected(String expected, Token found) {
    return new SyntaxFault(
        Code.UnexpectedToken, found.span(), Optional.empty(), expected, found.words());
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token take() {
    // The end is never passed, so that peek() is always there.
    return at < tokens.size() - 1 ? tokens.get(at++) : tokens.get(at);
  }
}
