package harmonium.processor.parse;

import java.util.Optional;

/** Knows what is meant by the signs that people write in formulas and that the language has not. */
final class Lookalikes {
  private Lookalikes() {}

  /** What to write for the sign, if that is near-certain. */
  static Optional<String> help(int sign) {
    String help =
        switch (sign) {
          case '\u2212', '\u2013', '\u2014', '\u2010', '\u2011' -> "write the plain minus -";
          case '\u00d7', '\u00b7', '\u22c5', '\u2217', '\u2219' ->
              "write @ for the matrix or dot product, * for the element-wise one";
          case '\u2299', '\u2218' -> "write * for the element-wise product";
          case '\u00f7', '\u2215' -> "write / for the division";
          case '\u1d40', '\u22a4', '\'', '\u2032', '\u2019' -> "write .T for the transpose";
          case '\u03c3' -> "write sigmoid(...)";
          case '\u03a3', '\u2211' -> "write sum(...)";
          case '\u221a' -> "write sqrt(...)";
          case '\u00b2' -> "write square(...)";
          case '^' -> "write square(x), or x * x";
          case '=' -> "write the right-hand side alone; the name of the method is the left one";
          case '|' -> "write abs(...)";
          case '{', '}' -> "write round parentheses";
          case '\u00a0', '\u2009', '\u202f', '\u3000' -> "write a plain space";
          default -> "";
        };
    return Optional.of(help).filter(h -> !h.isEmpty());
  }
}
