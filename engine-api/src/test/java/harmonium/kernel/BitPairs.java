package harmonium.kernel;

/** How often bits of numbers and bits of other numbers are the same. */
final class BitPairs {
  private BitPairs() {}

  /** Of each bit i of numbers with each bit j of as many others, a multiple of 32: binomial, z. */
  static double[][] agreement(int[] draws, int[] others) {
    int[][] same = new int[Integer.SIZE][Integer.SIZE];
    for (int first = 0; first < draws.length; first += Integer.SIZE) {
      int[] a = columns(draws, first);
      int[] b = columns(others, first);
      for (int i = 0; i < Integer.SIZE; i++) {
        for (int j = 0; j < Integer.SIZE; j++) {
          same[i][j] += Integer.bitCount(~(a[i] ^ b[j]));
        }
      }
    }
    double[][] z = new double[Integer.SIZE][Integer.SIZE];
    for (int i = 0; i < Integer.SIZE; i++) {
      for (int j = 0; j < Integer.SIZE; j++) {
        z[i][j] = Normal.ofCount(same[i][j], draws.length, 0.5);
      }
    }
    return z;
  }

  /** Bit b of the columns' number i is bit i of number b: a transposition, block by block. */
  private static int[] columns(int[] draws, int first) {
    int[] m = new int[Integer.SIZE];
    System.arraycopy(draws, first, m, 0, Integer.SIZE);
    int mask = 0x0000ffff;
    for (int size = 16; size > 0; size >>= 1) {
      for (int i = 0; i < Integer.SIZE; i = (i + size + 1) & ~size) {
        int swapped = (m[i] >>> size ^ m[i + size]) & mask;
        m[i + size] ^= swapped;
        m[i] ^= swapped << size;
      }
      mask ^= mask << (size >> 1);
    }
    return m;
  }
}
