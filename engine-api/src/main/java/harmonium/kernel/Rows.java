package harmonium.kernel;

/** How a row of units lies in memory: the one rule that kernels and their compiler share. */
public final class Rows {
  /**
   * Where the first row of a matrix, or of a vector at each step, begins. A Java array's numbers
   * begin 16 bytes behind its address; 12 floats more, and they lie at multiples of 64 bytes if the
   * array does. A vector of 512 bits that lies across two cache lines takes two reads. Arrays lie
   * at multiples of 64 bytes where the Java machine runs with {@code
   * -XX:ObjectAlignmentInBytes=64}; elsewhere it is luck.
   */
  public static final int FIRST = 12;

  /** Chains that vectors of 512 bits draw side by side, one in each lane. */
  public static final int CHAINS = 16;

  /** From so many on, the last chains of a sequence are drawn in lanes too, some of them idle. */
  public static final int FEWEST_CHAINS = 8;

  private Rows() {}

  /** Floats of a row: the units, rounded up to a multiple of 16. */
  public static int padded(int units) {
    return (units + 15) / 16 * 16;
  }

  /** Index of the first float of a row. */
  static int floats(int row, int units) {
    return row * padded(units) + FIRST;
  }

  /** 64-bit words of a row of bits. */
  public static int words(int units) {
    return (units + 63) / 64;
  }
}
