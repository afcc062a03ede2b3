package harmonium.processor.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of Java that are written one after the other, each declaring a vector, and the small
 * phrases that they are made of.
 */
final class VectorLines {
  private final List<String> lines = new ArrayList<>();
  private final String fresh;
  private int temporaries;

  /**
   * No lines yet.
   *
   * @param fresh a prefix that no other name in scope starts with
   */
  VectorLines(String fresh) {
    this.fresh = fresh;
  }

  /** Ends with declarations of the caller's choice, and gives all lines. */
  List<String> ending(String... last) {
    lines.addAll(List.of(last));
    return lines;
  }

  /** Horner's scheme, the coefficient of the highest power first. */
  String polynomial(String x, String coefficients) {
    String[] c = coefficients.split(" ", -1);
    String p = broadcast(c[0]);
    for (int i = 1; i < c.length; i++) {
      p = real(fma(p, x, broadcast(c[i])));
    }
    return p;
  }

  static String fma(String a, String b, String c) {
    return a + ".fma(" + b + ", " + c + ")";
  }

  static String broadcast(String constant) {
    return "FloatVector.broadcast(F, " + constant + ")";
  }

  /** x where it is greater than the bound, else, and for NaN, the bound. */
  static String atLeast(String x, String bound) {
    return chosen(x, "GT", bound);
  }

  /** x where it is less than the bound, else, and for NaN, the bound. */
  static String atMost(String x, String bound) {
    return chosen(x, "LT", bound);
  }

  static String positivePart(String x) {
    return atLeast(x, "0f");
  }

  // Not max and min: those of floats have to look after NaN and the sign of zero, which costs three
  // instructions more.
  static String chosen(String x, String comparison, String bound) {
    return broadcast(bound)
        + ".blend("
        + x
        + ", "
        + x
        + ".compare(VectorOperators."
        + comparison
        + ", "
        + bound
        + "))";
  }

  /** Declares a FloatVector and returns its name. */
  String real(String expression) {
    return temporary("FloatVector ", expression);
  }

  /** Declares an IntVector and returns its name. */
  String integer(String expression) {
    return temporary("IntVector ", expression);
  }

  private String temporary(String type, String expression) {
    String name = fresh + temporaries++;
    lines.add(type + name + " = " + expression + ";");
    return name;
  }
}
