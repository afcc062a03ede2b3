package harmonium.kernel;

/**
 * How wide the vectors of a kernel are. All widths and the scalar twin give the same bits; they
 * differ in speed alone.
 */
public enum Lanes {
  /** Plain Java, the readable reference. */
  SCALAR,
  /** Vectors of 4 floats. */
  BITS_128,
  /** Vectors of 8 floats. */
  BITS_256,
  /** Vectors of 16 floats. */
  BITS_512;

  /**
   * System property that forces a width: {@code scalar}, {@code 128}, {@code 256} or {@code 512};
   * {@code auto} or nothing leaves the choice to the machine.
   */
  public static final String PROPERTY = "harmonium.lanes";

  /**
   * The width of this machine, chosen once and logged in one line: what {@link #PROPERTY} says,
   * else the widest that the machine prefers, else {@link #SCALAR} where the vector module is
   * absent.
   *
   * @throws ExceptionInInitializerError at the first call, if the property has no such value or
   *     needs the vector module
   */
  public static Lanes chosen() {
    return LanesChoice.CHOSEN;
  }

  /**
   * The width that a Java machine which has just started is done soonest with: {@link #chosen()},
   * but plain Java for little work. Until the machine has compiled vector code, a second or two, it
   * is a hundred times slower than plain Java, and little work is over by then. A width that {@link
   * #PROPERTY} forces is kept.
   *
   * @param products how many numbers are multiplied in all, were every matrix dense: for a chain
   *     sweeps times parameters
   */
  public static Lanes chosenFor(double products) {
    return LanesChoice.isForced() || products > LanesChoice.LITTLE ? chosen() : SCALAR;
  }

  /**
   * Whether kernels of this width can run in this Java machine. A width that the hardware does not
   * have runs all the same, slowly.
   */
  public boolean available() {
    return this == SCALAR || LanesChoice.vectorModule();
  }
}
