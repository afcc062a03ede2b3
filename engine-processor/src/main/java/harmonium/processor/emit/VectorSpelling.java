package harmonium.processor.emit;

import static harmonium.processor.emit.VectorLines.atLeast;
import static harmonium.processor.emit.VectorLines.atMost;
import static harmonium.processor.emit.VectorLines.broadcast;
import static harmonium.processor.emit.VectorLines.fma;
import static harmonium.processor.emit.VectorLines.positivePart;

import harmonium.processor.ir.UnaryOp;
import java.util.List;

/**
 * Spells {@link harmonium.kernel.ScalarMath} and {@link harmonium.kernel.RandomStream#draw} as
 * lines of Java over vectors: the same operations in the same order, hence the same bits.
 *
 * <p>The lines stand in line, without helper methods, because HotSpot stops inlining at a few
 * hundred bytes of bytecode, and a vector that is passed to a real call is boxed. Constants are
 * broadcast where they are used: the compiler hoists them out of loops, and keeps in registers as
 * many as there is room for.
 *
 * <p>The class that receives the lines has {@code F} and {@code I}, the species of float and int
 * vectors of one length, as {@code static final} fields, and imports FloatVector, IntVector and
 * VectorOperators.
 */
public final class VectorSpelling {
  private final VectorLines lines;

  private VectorSpelling(String fresh) {
    lines = new VectorLines(fresh);
  }

  /**
   * The lines that declare {@code out} as the value of an operation on each lane of {@code in}.
   *
   * @param in a local variable of type FloatVector
   * @param out the local variable to declare, of type FloatVector
   * @param fresh a prefix that no other name in scope starts with
   */
  public static List<String> lines(UnaryOp op, String in, String out, String fresh) {
    VectorSpelling spelling = new VectorSpelling(fresh);
    String value =
        switch (op) {
          case NEGATE -> in + ".neg()";
          case TANH -> spelling.tanh(in);
          case SIGMOID -> spelling.sigmoid(in);
          case RELU -> positivePart(in);
          case SOFTPLUS -> spelling.softplus(in);
          case EXP -> spelling.exp(in);
          case LOG -> spelling.log(in);
          case SQRT -> in + ".sqrt()";
          case SQUARE -> in + ".mul(" + in + ")";
          case ABS -> in + ".abs()";
          case PROBIT -> spelling.probit(in);
          case STEP -> "FloatVector.zero(F).blend(1f, " + in + ".compare(VectorOperators.GT, 0f))";
        };
    return spelling.lines.ending("FloatVector " + out + " = " + value + ";");
  }

  /**
   * The expression that has the same bits as {@link #lines} in one lane.
   *
   * @param in a local variable of type float
   */
  public static String scalar(UnaryOp op, String in) {
    return switch (op) {
      case NEGATE -> "(-" + in + ")";
      case TANH -> "ScalarMath.tanh(" + in + ")";
      case SIGMOID -> "ScalarMath.sigmoid(" + in + ")";
      case RELU -> "ScalarMath.relu(" + in + ")";
      case SOFTPLUS -> "ScalarMath.softplus(" + in + ")";
      case EXP -> "ScalarMath.exp(" + in + ")";
      case LOG -> "ScalarMath.log(" + in + ")";
      case SQRT -> "(float) Math.sqrt(" + in + ")";
      case SQUARE -> "ScalarMath.square(" + in + ")";
      case ABS -> "Math.abs(" + in + ")";
      case STEP -> "ScalarMath.step(" + in + ")";
      case PROBIT -> "ScalarMath.probit(" + in + ")";
    };
  }

  /**
   * The lines that declare {@code outLong}, bit i of which is the unit drawn in lane i.
   *
   * @param scaled a FloatVector: the log odds, times -log2(e)
   * @param start an IntVector: the lower half of the layer's key plus the addend of each unit
   * @param multiplier an IntVector: that of each unit
   * @param upper an int or an IntVector: the upper half of the layer's key
   * @param outLong the local variable to declare, of type long
   * @param fresh a prefix that no other name in scope starts with
   */
  public static List<String> draw(
      String scaled, String start, String multiplier, String upper, String outLong, String fresh) {
    VectorSpelling spelling = new VectorSpelling(fresh);
    String u = spelling.uniform(start, multiplier, upper);
    String on = spelling.drawn(scaled, u);
    return spelling.lines.ending("long " + outLong + " = " + on + ".toLong();");
  }

  /**
   * The lines that declare {@code out}, a FloatVector: {@link
   * harmonium.kernel.RandomStream#uniform} of each lane, from what {@link #draw} takes.
   */
  static List<String> uniform(
      String start, String multiplier, String upper, String out, String fresh) {
    VectorSpelling spelling = new VectorSpelling(fresh);
    String u = spelling.uniform(start, multiplier, upper);
    return spelling.lines.ending("FloatVector " + out + " = " + u + ";");
  }

  /**
   * The lines that declare {@code outLower} and {@code outUpper}, IntVectors: both halves of {@link
   * harmonium.kernel.RandomStream#layerKey}.
   *
   * @param low an IntVector: the lower halves of the keys of rows
   * @param high an IntVector: their upper halves
   * @param counter an int
   */
  public static List<String> layerKey(
      String low, String high, String counter, String outLower, String outUpper, String fresh) {
    VectorSpelling spelling = new VectorSpelling(fresh);
    String x = spelling.lines.integer(low + ".add(" + counter + " * 0x9e3779b9)");
    x = spelling.lines.integer(shiftedXor(x, 16, high) + ".mul(0x7feb352d)");
    String lower = shiftedXor(x, 15, low) + ".mul(0x846ca68b)";
    String upper = x + ".lanewise(VectorOperators.XOR, " + high + ")";
    return spelling.lines.ending(
        "IntVector " + outLower + " = " + lower + ";",
        "IntVector " + outUpper + " = " + upper + ";");
  }

  private String drawn(String scaled, String u) {
    String low = lines.real(atLeast(scaled, "-126f"));
    String s = lines.real(low + ".reinterpretAsInts().min(0x42f00000).reinterpretAsFloats()");
    String e =
        lines.real(exp2(s, "0.0013269535f 0.009671292f 0.05550711f 0.24022247f 0.693147f 1f"));
    return fma(u, e, u) + ".compare(VectorOperators.LT, 1f)";
  }

  /**
   * As {@link #draw}, with {@link harmonium.kernel.FixedPoint#draw}. Where sums may be far, the
   * lines read the ints {@code least, most}, -126 and 120 in units of the last place, and {@code
   * shift}, by how much the point is left of that of a float: an int or, which saves an
   * instruction, an IntVector.
   *
   * @param sum an IntVector
   * @param far whether sums may be far ({@link harmonium.kernel.FixedPoint#near})
   */
  public static List<String> drawFixed(
      String sum,
      String start,
      String multiplier,
      String upper,
      String outLong,
      String fresh,
      boolean far) {
    VectorSpelling spelling = new VectorSpelling(fresh);
    String on = spelling.fixed(sum, spelling.uniform(start, multiplier, upper), far);
    return spelling.lines.ending("long " + outLong + " = " + on + ".toLong();");
  }

  /**
   * As {@link #drawFixed} from a number that is there already, with a {@code VectorMask<Float>} for
   * the bits.
   *
   * @param uniform a FloatVector
   */
  static List<String> maskFixed(
      String sum, String uniform, String outMask, String fresh, boolean far) {
    VectorSpelling spelling = new VectorSpelling(fresh);
    String on = spelling.fixed(sum, uniform, far);
    return spelling.lines.ending("VectorMask<Float> " + outMask + " = " + on + ";");
  }

  private String fixed(String sum, String u, boolean far) {
    String s =
        far
            ? lines.integer(sum + ".max(least).min(most).lanewise(VectorOperators.LSHL, shift)")
            : sum;
    String f =
        lines.real(
            s
                + ".lanewise(VectorOperators.AND, 0x7fffff).lanewise(VectorOperators.OR, 0x3f800000)"
                + ".reinterpretAsFloats()");
    String p = lines.polynomial(f, "0.006767084f -0.0010626055f 0.0833067f -0.343992f 1.2549821f");
    String e = lines.real(p + ".reinterpretAsInts().add(" + s + ").reinterpretAsFloats()");
    return fma(u, e, u) + ".compare(VectorOperators.LT, 1f)";
  }

  private String uniform(String start, String multiplier, String upper) {
    String x = lines.integer(shiftedXor(start, 15, upper) + ".mul(" + multiplier + ")");
    // (x ^ x >>> 16) >>> 9 | one, shifted first: AVX-512 does xor and or in one instruction.
    String bits = lines.integer(x + ".lanewise(VectorOperators.LSHR, 9)");
    String folded = lines.integer(x + ".lanewise(VectorOperators.LSHR, 25)");
    String mixed = bits + ".lanewise(VectorOperators.XOR, " + folded + ")";
    x = lines.integer(mixed + ".lanewise(VectorOperators.OR, 0x3f800000)");
    return lines.real(x + ".reinterpretAsFloats().sub(0.99999994f)");
  }

  private static String shiftedXor(String x, int places, String y) {
    return "%s.lanewise(VectorOperators.XOR, %s.lanewise(VectorOperators.LSHR, %d))"
            .formatted(x, x, places)
        + ".lanewise(VectorOperators.XOR, "
        + y
        + ")";
  }

  private String exp2(String x, String coefficients) {
    String n = lines.real(x + ".add(12582912f)");
    String f = lines.real(x + ".sub(" + n + ".sub(12582912f))");
    return scaled(lines.polynomial(f, coefficients), n);
  }

  private String exp(String x) {
    String low = lines.real(atLeast(x, "-87.33654f"));
    return boundedExp(lines.real(atMost(low, "88.72283f")));
  }

  private String boundedExp(String x) {
    String n = lines.real(fma(x, broadcast("1.442695f"), broadcast("12582912f")));
    String k = lines.real(n + ".sub(12582912f)");
    String head = lines.real(fma(k, broadcast("-0.6928711f"), x));
    String r = lines.real(fma(k, broadcast("-2.7608682E-4f"), head));
    String p =
        lines.polynomial(
            r, "0.0013821055f 0.008368675f 0.041668262f 0.16666521f 0.49999994f 1f 1f");
    return scaled(p, n);
  }

  private static String scaled(String p, String n) {
    return p
        + ".reinterpretAsInts().add("
        + n
        + ".reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats()";
  }

  private String log(String x) {
    String bits = lines.integer(atLeast(x, "0x1p-126f") + ".reinterpretAsInts()");
    String exponent = lines.integer(bits + ".sub(0x3f3504f3).lanewise(VectorOperators.ASHR, 23)");
    String k = lines.real(exponent + ".add(0x4b400000).reinterpretAsFloats().sub(12582912f)");
    String f =
        lines.real(
            bits
                + ".sub("
                + exponent
                + ".lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats().sub(1f)");
    String p =
        lines.polynomial(
            f,
            "-0.07636439f 0.12762217f -0.1315961f 0.1420158f -0.16623409f 0.20001242f -0.2500082f"
                + " 0.3333333f -0.5f");
    String tail = lines.real(fma(f + ".mul(" + f + ")", p, k + ".mul(2.7608682E-4f)"));
    return fma(k, broadcast("0.6928711f"), f + ".add(" + tail + ")");
  }

  private String probit(String x) {
    String y = lines.real(fma(x, broadcast("2f"), broadcast("-1f")));
    String w =
        lines.real(
            log(lines.real(broadcast("1f") + ".sub(" + x + ").mul(" + x + ").mul(4f)")) + ".neg()");
    String near = lines.real(w + ".sub(2.5f)");
    String far = lines.real(lines.real(atLeast(w, "0f")) + ".sqrt().sub(3f)");
    String p =
        lines.polynomial(
            near,
            "2.8102264E-8f 3.4327394E-7f -3.5233877E-6f -4.3915065E-6f 2.1858087E-4f -0.001253725f"
                + " -0.0041776816f 0.24664073f 1.5014094f");
    String q =
        lines.polynomial(
            far,
            "-2.0021426E-4f 1.0095056E-4f 0.0013493432f -0.0036734284f 0.0057395077f -0.0076224613f"
                + " 0.009438871f 1.0016741f 2.8329768f");
    String chosen = lines.real(q + ".blend(" + p + ", " + w + ".compare(VectorOperators.LT, 5f))");
    return chosen + ".mul(" + y + ").mul(1.4142135f)";
  }

  private String tanh(String x) {
    String size = lines.real(x + ".abs()");
    String a = lines.real(atMost(size, "9.02f"));
    String z = lines.real(a + ".mul(" + a + ")");
    String p = lines.polynomial(z, "1.3389273E-8f 2.0637606E-5f 0.0034974837f 0.13382684f 1f");
    String q = lines.polynomial(z, "7.791766E-7f 3.2886176E-4f 0.025884379f 0.46716005f 1f");
    String t = lines.real(a + ".mul(" + p + ").div(" + q + ")");
    String capped = lines.real(atMost(t, "1f"));
    String sign =
        lines.integer(x + ".reinterpretAsInts().lanewise(VectorOperators.AND, 0x80000000)");
    return capped
        + ".reinterpretAsInts().lanewise(VectorOperators.OR, "
        + sign
        + ").reinterpretAsFloats()";
  }

  private String sigmoid(String x) {
    String e = exp(lines.real(x + ".neg()"));
    return broadcast("1f") + ".div(" + lines.real(e + ".add(1f)") + ")";
  }

  private String softplus(String x) {
    String negative = lines.real(x + ".abs().neg()");
    String e = lines.real(boundedExp(lines.real(atLeast(negative, "-87.33654f"))));
    String p =
        lines.polynomial(
            e,
            "-0.0032910742f 0.02008846f -0.057460483f 0.10661371f -0.15344977f 0.19692121f"
                + " -0.2495802f 0.33330464f -0.4999993f 1f");
    return fma(p, e, positivePart(x));
  }
}
