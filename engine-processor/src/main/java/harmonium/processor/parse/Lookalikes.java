package harmonium.processor.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows what is meant by the signs that people write in formulas and that the language has not. */
public final class Lookalikes {
  /** Letters of the Greek and the Cyrillic alphabet that look like those of the Latin one. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458",
          "aeopcyxisj",
          "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425",
          "ABEKMHOPCTX",
          "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
          "ABEZHIKMNOPTYX",
          "\u03bd\u03bf",
          "vo");

  private Lookalikes() {}

  /** What to write for the sign, if that is near-certain. */
  static Optional<String> help(int sign) {
    Optional<Character> plain = plain(sign);
    if (plain.isPresent()) {
      return plain.map(p -> "write the plain " + p);
    }
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

  /** The character of ASCII that looks the same. */
  private static Optional<Character> plain(int sign) {
    for (Map.Entry<String, String> alphabet : LETTERS.entrySet()) {
      int at = alphabet.getKey().indexOf(sign);
      if (at >= 0) {
        return Optional.of(alphabet.getValue().charAt(at));
      }
    }
    boolean fullWidth = sign >= '\uff01' && sign <= '\uff5e';
    return fullWidth ? Optional.of((char) (sign - '\uff01' + '!')) : Optional.empty();
  }

  /** How a message calls a character: itself if everybody can tell it, else by its name. */
  public static String name(int sign) {
    if (sign > ' ' && sign < 127) {
      return Character.toString(sign);
    }
    String number = "U+%04X".formatted(sign);
    return Optional.ofNullable(Character.getName(sign))
        .map(name -> "%s (%s)".formatted(number, name.toLowerCase(Locale.ROOT)))
        .orElse(number);
  }
}
