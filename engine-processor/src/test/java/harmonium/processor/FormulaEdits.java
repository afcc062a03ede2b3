package harmonium.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Random edits of a formula: what slips, guesses and pasting make of it. */
final class FormulaEdits {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_]\\w*|\\d+\\.?\\d*|\\s+|.", Pattern.DOTALL);

  private static final List<String> FUNCTIONS =
      List.of(
          "tanh", "sigmoid", "relu", "softplus", "exp", "log", "sqrt", "square", "abs", "sum", "");

  private static final List<String> NUMBERS =
      List.of("0", "1", "2", "0.5", "-1", "1e-30", "1e-50", "1e30", "1e39", "1e300", "007", ".5");

  private static final List<String> WORDS =
      List.of(
          "+", "-", "*", "/", "@", ".T", "(", ")", "[", "]", ",", "[t-1]", "[t]", "[t+1]", "[<i]",
          "<", "t", "T", "step", "class", "energy", "1e", "0x1", "nothing");

  private static final List<String> ODD =
      List.of(
          "\\",
          "\"",
          "\n",
          "\t",
          "\0",
          "$",
          "%",
          "#",
          "=",
          "^",
          "{",
          "\u2212",
          "\u0430",
          "\uff08",
          "\uff09",
          "\u00b2",
          "\u00a0",
          "\ud800",
          "\ud83c\udfb9",
          "*/",
          "\\u002a",
          "$L",
          "%s");

  private static final List<String> LAGS =
      List.of(
          "[t-1]",
          "[t-1]",
          "[t-2]",
          "[t-3]",
          "[t-64]",
          "[t]",
          "[t-0]",
          "[t-65]",
          "[t+1]",
          "[t-99999999999]",
          "[t - 1]",
          "[1]",
          "[<i]",
          "[ < i ]",
          "[<j]");

  private final SplittableRandom random;
  private final List<String> names;

  /** Edits that use the names of a model. */
  FormulaEdits(SplittableRandom random, List<String> names) {
    this.random = random;
    this.names = names;
  }

  /** The formula with one edit. */
  String edit(String formula) {
    List<String> tokens =
        new ArrayList<>(TOKEN.matcher(formula).results().map(MatchResult::group).toList());
    if (tokens.isEmpty()) {
      return word();
    }
    int at = random.nextInt(tokens.size());
    int other = random.nextInt(tokens.size());
    String token = tokens.get(at);
    switch (random.nextInt(22)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, token);
      case 2 -> tokens.set(at, tokens.set(other, token));
      case 3 -> tokens.set(at, word());
      case 4 -> tokens.add(at, word());
      case 5 -> tokens.set(at, token.substring(1));
      case 6 -> tokens.add(at, of(ODD));
      case 7, 8, 9 -> around(tokens, Math.min(at, other), Math.max(at, other));
      case 10, 11 -> tokens.set(name(tokens), of(names));
      case 12, 13 -> lag(tokens, name(tokens));
      case 14 -> tokens.add(name(tokens) + 1, ".T");
      case 15 -> tokens.remove(".");
      case 16, 17 -> tokens.replaceAll(t -> t.equals(tokens.get(name(tokens))) ? of(names) : t);
      case 18, 19 -> tokens.add(" " + of(List.of("+", "-", "*", "/", "@")) + " " + term());
      case 20 -> tokens.set(name(tokens), "(" + term() + ")");
      default -> {
        return whole(formula);
      }
    }
    return String.join("", tokens);
  }

  private String whole(String formula) {
    return switch (random.nextInt(7)) {
      case 0 -> "-(" + formula + ")";
      case 1 -> of(NUMBERS) + " * (" + formula + ")";
      case 2 -> "(" + formula + ") / " + of(NUMBERS);
      case 3 -> of(FUNCTIONS) + "(" + formula + ")";
      case 4 -> "(".repeat(random.nextInt(300)) + formula + ")".repeat(random.nextInt(300));
      case 5 -> (formula + " + ").repeat(random.nextInt(9)) + formula;
      default -> "-".repeat(random.nextInt(300)) + formula;
    };
  }

  /** Something that may stand where a name stands. */
  private String term() {
    String one = of(names);
    return switch (random.nextInt(11)) {
      case 0 -> of(NUMBERS);
      case 1 -> one + " @ " + of(names);
      case 2 -> one + " @ " + of(names) + " @ " + of(names);
      case 3 -> one + " * " + one;
      case 4 -> "sum(" + one + " * " + of(names) + ")";
      case 5 -> one + of(LAGS);
      case 6 -> of(FUNCTIONS) + "(" + one + ")";
      case 7 -> of(NUMBERS) + " * " + one;
      case 8 -> "square(" + one + " - " + of(names) + ")";
      case 9 -> of(FUNCTIONS) + "(" + of(names) + " + " + one + "[<i] @ " + of(names) + ")";
      default -> one + " @ " + of(names) + ".T";
    };
  }

  private void around(List<String> tokens, int from, int to) {
    tokens.add(to + 1, ")");
    tokens.add(from, of(FUNCTIONS) + "(");
  }

  /** Gives a name a look back, or takes it away. */
  private void lag(List<String> tokens, int at) {
    int end = tokens.subList(at, tokens.size()).indexOf("]");
    if (at + 1 < tokens.size() && tokens.get(at + 1).equals("[") && end > 0) {
      tokens.subList(at + 1, at + end + 1).clear();
    }
    if (random.nextInt(3) > 0) {
      tokens.add(at + 1, of(LAGS));
    }
  }

  /** The place of some symbol; of anything if there is none. */
  private int name(List<String> tokens) {
    int start = random.nextInt(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      int at = (start + i) % tokens.size();
      if (names.contains(tokens.get(at))) {
        return at;
      }
    }
    return start;
  }

  private String word() {
    return switch (random.nextInt(4)) {
      case 0 -> of(WORDS);
      case 1 -> of(NUMBERS);
      case 2 -> of(FUNCTIONS);
      default -> of(names);
    };
  }

  private String of(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
