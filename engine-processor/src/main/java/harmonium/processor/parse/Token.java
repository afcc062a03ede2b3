package harmonium.processor.parse;

import harmonium.processor.diagnose.Span;

/**
 * One word of a formula.
 *
 * @param kind what it is
 * @param text as written
 * @param span where it stands
 */
record Token(Kind kind, String text, Span span) {
  /** The kinds, with the words by which messages call them. */
  enum Kind {
    NUMBER("a number"),
    NAME("a name"),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    AT("@"),
    DOT("."),
    COMMA(","),
    OPEN("("),
    CLOSE(")"),
    OPEN_INDEX("["),
    CLOSE_INDEX("]"),
    LESS("<"),
    END("the end");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  String words() {
    return kind == Kind.END ? kind.words() : text;
  }
}
