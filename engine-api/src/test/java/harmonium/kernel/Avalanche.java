package harmonium.kernel;

import java.util.SplittableRandom;

/**
 * How often each bit of a number turns over when one bit of what it is made from does: half of the
 * time. 32 binomial counts, so chi-square. Webster and Tavares, "On the design of S-boxes", CRYPTO
 * 1985 (the strict avalanche criterion).
 */
enum Avalanche {
  SEED(64),
  UPDATE(32),
  ROW(16),
  COUNTER(32),
  UNIT(16);

  private static final int TRIALS = 1 << 14;

  /** How many of its lower bits are turned over, one at a time. */
  private final int size;

  Avalanche(int size) {
    this.size = size;
  }

  /** One for each bit that is turned over, in the standard normal form. */
  double[] of(Stream stream) {
    SplittableRandom random = new SplittableRandom(ordinal());
    double[] z = new double[size];
    for (int bit = 0; bit < size; bit++) {
      int[] turned = new int[Integer.SIZE];
      for (int trial = 0; trial < TRIALS; trial++) {
        long seed = random.nextInt();
        long update = random.nextInt(1 << 20);
        int row = random.nextInt(128);
        int counter = random.nextInt(30);
        int unit = random.nextInt(Chains.HIDDEN);
        int before = number(stream, seed, update, row, counter, unit);
        int after =
            switch (this) {
              case SEED -> number(stream, seed ^ 1L << bit, update, row, counter, unit);
              case UPDATE -> number(stream, seed, update ^ 1L << bit, row, counter, unit);
              case ROW -> number(stream, seed, update, row ^ 1 << bit, counter, unit);
              case COUNTER -> number(stream, seed, update, row, counter ^ 1 << bit, unit);
              case UNIT -> number(stream, seed, update, row, counter, unit ^ 1 << bit);
            };
        for (int i = 0; i < Integer.SIZE; i++) {
          turned[i] += (before ^ after) >>> i & 1;
        }
      }
      double sum = 0;
      for (int count : turned) {
        sum += Math.pow(Normal.ofCount(count, TRIALS, 0.5), 2);
      }
      z[bit] = Normal.ofChiSquare(sum, Integer.SIZE);
    }
    return z;
  }

  private static int number(Stream stream, long seed, long update, int row, int counter, int unit) {
    long rowKey = stream.rowKey(stream.key(seed, update), row);
    return stream.bits(stream.layerKey(rowKey, counter), unit);
  }
}
