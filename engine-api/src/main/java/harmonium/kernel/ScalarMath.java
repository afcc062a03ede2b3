package harmonium.kernel;

/**
 * The transcendental functions of kernels, in float, spelt so that vectors can say the same.
 *
 * <p><b>Why not {@link Math}.</b> A vector machine has no {@code exp}, and the libraries that Java
 * calls in its place differ in their last bits from machine to machine. These functions use only
 * what IEEE 754 and Java fix to the bit: {@code + - * /}, fma, comparison and choice, and integer
 * arithmetic on the bits of a float. The compiler spells the same operations with vectors, and a
 * test holds both equal, bit for bit.
 *
 * <p><b>The method.</b> {@code exp} and {@code log} split off the power of two, which lives in the
 * exponent bits, and leave a polynomial on a short interval. Adding 1.5 * 2^23 rounds a float to
 * the nearest integer, which then stands in the low bits of the sum. {@code tanh} is odd, so it is
 * x * P(x^2) / Q(x^2), which keeps the relative error small near 0; all coefficients are positive,
 * so nothing cancels.
 *
 * <p><b>The coefficients</b> are minimax in the relative error: Lawson's iteration of weighted
 * least squares on 4,000 to 6,000 Chebyshev nodes (for P/Q with Loeb's linearisation), one
 * coefficient after the other rounded to float and the rest fitted again.
 *
 * <p><b>Bounds.</b> Arguments are clamped by a comparison that is false for NaN, so no function
 * returns NaN for any argument. Errors in units of the last place (ulp) are maxima over all finite
 * floats, against {@link Math} in double.
 *
 * <p>Sources: Lawson 1961 (thesis) and Loeb 1957 in Cheney, Introduction to Approximation Theory,
 * 1966; Muller, Elementary Functions, 3rd edition 2016, chapters 3 and 11.
 */
public final class ScalarMath {
  /** 1.5 * 2^23: floats of this size are integers, so adding it rounds. */
  private static final float ROUNDER = 12582912f;

  private static final int ROUNDER_BITS = 0x4b400000;

  private static final float SMALLEST_NORMAL = 0x1p-126f;
  private static final int HALF_ROOT_BITS = 0x3f3504f3;

  private static final float LOG2_E = 1.442695f;

  /** The head of ln 2: 11 bits, so that its product with an exponent is exact. */
  private static final float LN2_HEAD = 0.6928711f;

  private static final float LN2_TAIL = 2.7608682E-4f;

  private ScalarMath() {}

  /**
   * 2^x, at most 0.8 ulp off for x within [-126, 128). Below it stays at 2^-126, above at
   * 3.40280e38; NaN counts as below.
   */
  public static float exp2(float x) {
    float low = x > -126f ? x : -126f;
    float c = low < 127.99999f ? low : 127.99999f;
    float n = c + ROUNDER;
    float f = c - (n - ROUNDER);
    float p = 1.5326463E-4f;
    p = Math.fma(p, f, 0.0013390806f);
    p = Math.fma(p, f, 0.009618506f);
    p = Math.fma(p, f, 0.0555036f);
    p = Math.fma(p, f, 0.24022648f);
    p = Math.fma(p, f, 0.6931472f);
    p = Math.fma(p, f, 1f);
    return scaled(p, n);
  }

  /**
   * e^x, at most 0.9 ulp off for x within [-87.33654, 88.72283]. Below it stays at 2^-126, above at
   * 3.4e38; NaN counts as below.
   */
  public static float exp(float x) {
    float low = x > -87.33654f ? x : -87.33654f;
    return boundedExp(low < 88.72283f ? low : 88.72283f);
  }

  /** e^x for x within the bounds of {@link #exp}. */
  private static float boundedExp(float x) {
    float n = Math.fma(x, LOG2_E, ROUNDER);
    float k = n - ROUNDER;
    float r = Math.fma(k, -LN2_TAIL, Math.fma(k, -LN2_HEAD, x));
    float p = 0.0013821055f;
    p = Math.fma(p, r, 0.008368675f);
    p = Math.fma(p, r, 0.041668262f);
    p = Math.fma(p, r, 0.16666521f);
    p = Math.fma(p, r, 0.49999994f);
    p = Math.fma(p, r, 1f);
    p = Math.fma(p, r, 1f);
    return scaled(p, n);
  }

  /** p times 2 to the integer in the low bits of n: the shift drops all else. */
  private static float scaled(float p, float n) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(n) << 23));
  }

  /**
   * The natural logarithm, at most 0.9 ulp off for every normal x. Whatever is not greater than
   * 2^-126, NaN included, counts as 2^-126 (log -87.33654); infinity counts as 2^128.
   */
  public static float log(float x) {
    float c = x > SMALLEST_NORMAL ? x : SMALLEST_NORMAL;
    // The mantissa is taken from [sqrt(1/2), sqrt(2)), so that log 1 is 0 without cancellation.
    int bits = Float.floatToRawIntBits(c);
    int exponent = (bits - HALF_ROOT_BITS) >> 23;
    float k = Float.intBitsToFloat(exponent + ROUNDER_BITS) - ROUNDER;
    float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1f;
    float p = -0.07636439f;
    p = Math.fma(p, f, 0.12762217f);
    p = Math.fma(p, f, -0.1315961f);
    p = Math.fma(p, f, 0.1420158f);
    p = Math.fma(p, f, -0.16623409f);
    p = Math.fma(p, f, 0.20001242f);
    p = Math.fma(p, f, -0.2500082f);
    p = Math.fma(p, f, 0.3333333f);
    p = Math.fma(p, f, -0.5f);
    float tail = Math.fma(f * f, p, k * LN2_TAIL);
    return Math.fma(k, LN2_HEAD, f + tail);
  }

  /**
   * The hyperbolic tangent, at most 5.2 ulp off for every x, never beyond -1 or 1, and odd to the
   * bit. NaN goes to 1 or -1 by its sign bit.
   */
  public static float tanh(float x) {
    int bits = Float.floatToRawIntBits(x);
    float size = Math.abs(x);
    float a = size < 9.02f ? size : 9.02f;
    float z = a * a;
    float p = 1.3389273E-8f;
    p = Math.fma(p, z, 2.0637606E-5f);
    p = Math.fma(p, z, 0.0034974837f);
    p = Math.fma(p, z, 0.13382684f);
    p = Math.fma(p, z, 1f);
    float q = 7.791766E-7f;
    q = Math.fma(q, z, 3.2886176E-4f);
    q = Math.fma(q, z, 0.025884379f);
    q = Math.fma(q, z, 0.46716005f);
    q = Math.fma(q, z, 1f);
    float t = a * p / q;
    float capped = t < 1f ? t : 1f;
    return Float.intBitsToFloat(Float.floatToRawIntBits(capped) | (bits & 0x80000000));
  }

  /**
   * 1 / (1 + e^-x), at most 2.5 ulp off for x of -88.72283 or more. Below it stays at 2.9e-39; NaN
   * counts as above.
   */
  public static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }

  /**
   * log(1 + e^x), at most 2.2 ulp off for x of -87.33654 or more. Below it stays at 2^-126; NaN
   * counts as below.
   */
  public static float softplus(float x) {
    // log(1 + e^x) = max(x, 0) + log(1 + e^-|x|) cannot overflow, and log(1 + e) = e * P(e) keeps
    // the relative error where e is tiny.
    float negative = -Math.abs(x);
    float e = boundedExp(negative > -87.33654f ? negative : -87.33654f);
    float p = -0.0032910742f;
    p = Math.fma(p, e, 0.02008846f);
    p = Math.fma(p, e, -0.057460483f);
    p = Math.fma(p, e, 0.10661371f);
    p = Math.fma(p, e, -0.15344977f);
    p = Math.fma(p, e, 0.19692121f);
    p = Math.fma(p, e, -0.2495802f);
    p = Math.fma(p, e, 0.33330464f);
    p = Math.fma(p, e, -0.4999993f);
    p = Math.fma(p, e, 1f);
    return Math.fma(p, e, x > 0f ? x : 0f);
  }

  /**
   * The number below which a share x of all normal numbers lies, at most 2e-6 of max(1, size) off
   * for x within [2^-24, 1 - 2^-24]. Source: Giles, "Approximating the erfinv function", GPU
   * Computing Gems, 2011 (the coefficients for single precision).
   */
  public static float probit(float x) {
    float y = Math.fma(x, 2f, -1f);
    float w = -log((1f - x) * x * 4f);
    float near = w - 2.5f;
    float p = 2.8102264E-8f;
    p = Math.fma(p, near, 3.4327394E-7f);
    p = Math.fma(p, near, -3.5233877E-6f);
    p = Math.fma(p, near, -4.3915065E-6f);
    p = Math.fma(p, near, 2.1858087E-4f);
    p = Math.fma(p, near, -0.001253725f);
    p = Math.fma(p, near, -0.0041776816f);
    p = Math.fma(p, near, 0.24664073f);
    p = Math.fma(p, near, 1.5014094f);
    float far = (float) Math.sqrt(w > 0f ? w : 0f) - 3f;
    float q = -2.0021426E-4f;
    q = Math.fma(q, far, 1.0095056E-4f);
    q = Math.fma(q, far, 0.0013493432f);
    q = Math.fma(q, far, -0.0036734284f);
    q = Math.fma(q, far, 0.0057395077f);
    q = Math.fma(q, far, -0.0076224613f);
    q = Math.fma(q, far, 0.009438871f);
    q = Math.fma(q, far, 1.0016741f);
    q = Math.fma(q, far, 2.8329768f);
    return (w < 5f ? p : q) * y * 1.4142135f;
  }

  /** x where it is positive, else 0, also for NaN; exact. */
  public static float relu(float x) {
    return x > 0f ? x : 0f;
  }

  /** x times x, rounded once. */
  public static float square(float x) {
    return x * x;
  }

  /** 1 where x is positive, else 0; exact. */
  public static float step(float x) {
    return x > 0f ? 1f : 0f;
  }
}
