package harmonium.kernel;

/** The draws of a unit, and the exact probability with which each puts it on. */
enum DrawLaw {
  FLOAT(0x1p-23) {
    @Override
    boolean draw(double s, int bits) {
      return RandomStream.draw((float) s, bits);
    }
  },

  FIXED_POINT(0x1p-20) {
    @Override
    boolean draw(double s, int bits) {
      return FixedPoint.draw((int) (s * (1 << POINT)), POINT, bits);
    }
  },

  /** The point that most layers have: the sum is drawn from as it stands. */
  NEAR(0x1p-20) {
    @Override
    boolean draw(double s, int bits) {
      return FixedPoint.draw((int) (s * (1 << FixedPoint.point(50))), FixedPoint.point(50), bits);
    }
  };

  /** Enough for 1,024 steps of s in 1, and for s up to 2^20. */
  private static final int POINT = 10;

  /** How many numbers a draw tells from each other. */
  static final int NUMBERS = 1 << 23;

  /** What the probability may be off from the sigmoid by, as the draws say of themselves. */
  final double error;

  DrawLaw(double error) {
    this.error = error;
  }

  /**
   * Whether a unit is on.
   *
   * @param s as {@link RandomStream#draw} takes it, a multiple of 2^-10
   */
  abstract boolean draw(double s, int bits);

  /** How many of all numbers put a unit on, where it is the lower ones: found by halving. */
  int on(double s) {
    int below = 0;
    int above = NUMBERS;
    while (below < above) {
      int middle = below + above >>> 1;
      if (draw(s, middle << 9)) {
        below = middle + 1;
      } else {
        above = middle;
      }
    }
    return below;
  }

  double probability(double s) {
    return on(s) / (double) NUMBERS;
  }
}
