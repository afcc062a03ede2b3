package harmonium.train;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name with numbers behind it, as {@code adam(0.9,0.999,1e-8)}. */
record Term(String name, List<Double> numbers) {
  private static final Pattern FORM = Pattern.compile("\\s*(\\w+)\\s*(?:\\(([^()]*)\\))?\\s*");

  static Term parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("cannot read " + text + "; write it as name(1,2)");
    }
    String inside = form.group(2);
    if (inside == null || inside.isBlank()) {
      return new Term(form.group(1), List.of());
    }
    return new Term(
        form.group(1), Arrays.stream(inside.split(",", -1)).map(n -> number(n, text)).toList());
  }

  /** The numbers given, the rest as in {@code defaults}. */
  double[] numbersOr(double... defaults) {
    if (numbers.size() > defaults.length) {
      throw new IllegalArgumentException(
          name + " takes at most " + defaults.length + " numbers, not " + numbers.size());
    }
    double[] all = defaults.clone();
    for (int i = 0; i < numbers.size(); i++) {
      all[i] = numbers.get(i);
    }
    return all;
  }

  private static double number(String part, String text) {
    try {
      return Double.parseDouble(part.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("cannot read the number '" + part + "' in " + text, e);
    }
  }
}
