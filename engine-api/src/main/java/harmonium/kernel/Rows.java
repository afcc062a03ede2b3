package harmonium.kernel;

/** How a row of units lies in memory: the one rule that kernels and their compiler share. */
public final class Rows {
  private Rows() {}

  /** Floats of a row: the units, rounded up to a multiple of 16. */
  public static int padded(int units) {
    return (units + 15) / 16 * 16;
  }

  /** 64-bit words of a row of bits. */
  public static int words(int units) {
    return (units + 63) / 64;
  }
}
