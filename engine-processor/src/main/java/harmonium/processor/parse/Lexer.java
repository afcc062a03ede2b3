package harmonium.processor.parse;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a formula into {@linkplain Token tokens}, the last of which is its end. */
final class Lexer {
  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /**
   * The tokens of a formula.
   *
   * @throws SyntaxFault at the first character that the language does not have
   */
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.getLast().kind() != Token.Kind.END);
    return tokens;
  }

  private Token next() {
    while (isSpace(peek(0))) {
      at++;
    }
    int from = at;
    char sign = peek(0);
    if (isDigit(sign) || (sign == '.' && isDigit(peek(1)))) {
      return number(from);
    }
    if (isLetter(sign)) {
      while (isLetter(peek(0)) || isDigit(peek(0))) {
        at++;
      }
      return token(Token.Kind.NAME, from);
    }
    Token.Kind kind =
        switch (sign) {
          case '+' -> Token.Kind.PLUS;
          case '-' -> Token.Kind.MINUS;
          case '*' -> Token.Kind.STAR;
          case '/' -> Token.Kind.SLASH;
          case '@' -> Token.Kind.AT;
          case '.' -> Token.Kind.DOT;
          case ',' -> Token.Kind.COMMA;
          case '(' -> Token.Kind.OPEN;
          case ')' -> Token.Kind.CLOSE;
          case '[' -> Token.Kind.OPEN_INDEX;
          case ']' -> Token.Kind.CLOSE_INDEX;
          case '<' -> Token.Kind.LESS;
          default -> Token.Kind.END;
        };
    if (kind == Token.Kind.END && at < text.length()) {
      throw unexpected();
    }
    at += kind == Token.Kind.END ? 0 : 1;
    return token(kind, from);
  }

  private Token number(int from) {
    while (isDigit(peek(0)) || isLetter(peek(0)) || peek(0) == '.' || signOfExponent()) {
      // The dot of 2.T belongs to the transpose, so that the message is about that.
      if (peek(0) == '.' && isLetter(peek(1))) {
        break;
      }
      at++;
    }
    Token token = token(Token.Kind.NUMBER, from);
    // Java would take more than the language has: 1f, 0x1p3, 1e999 as infinity.
    if (!token.text().matches("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")
        || Double.isInfinite(Double.parseDouble(token.text()))) {
      throw new SyntaxFault(Code.BadNumber, token.span(), Optional.empty(), token.text());
    }
    return token;
  }

  private boolean signOfExponent() {
    char before = text.charAt(Math.max(at - 1, 0));
    return (peek(0) == '+' || peek(0) == '-')
        && (before == 'e' || before == 'E')
        && isDigit(peek(1));
  }

  private SyntaxFault unexpected() {
    int sign = text.codePointAt(at);
    Span span = new Span(at, at + Character.charCount(sign));
    return new SyntaxFault(
        Code.UnexpectedCharacter, span, Lookalikes.help(sign), Lookalikes.name(sign));
  }

  private Token token(Token.Kind kind, int from) {
    return new Token(kind, text.substring(from, at), new Span(from, at));
  }

  /** The character some places ahead, or NUL after the end. */
  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
