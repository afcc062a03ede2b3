package harmonium.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import harmonium.kernel.FixedPoint;
import harmonium.kernel.RandomStream;
import harmonium.processor.ir.UnaryOp;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector lines give the bits of the scalar functions, at every width. */
class VectorSpellingTest {
  private static final float[] EDGES = {
    0f,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    0.5f,
    1f,
    1.4142135f,
    9.02f,
    24f,
    87.33654f,
    88.72283f,
    120f,
    126f,
    127.99999f,
    128f,
    0x1p22f,
    0x1p23f,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NaN
  };

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void everyOperationHasTheBitsOfItsScalarTwin(int width) {
    SpelledClass spelled = new SpelledClass(width);
    float[] sample = sample();
    for (UnaryOp op : UnaryOp.values()) {
      float[] vector = spelled.vector(op, sample);
      float[] scalar = spelled.scalar(op, sample);
      for (int i = 0; i < sample.length; i++) {
        // floatToIntBits sees one NaN only: the payload is not ours.
        if (Float.floatToIntBits(vector[i]) != Float.floatToIntBits(scalar[i])) {
          fail("%s of %s: %s, scalar %s", op, sample[i], vector[i], scalar[i]);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void theDrawIsThatOfTheScalarTwin(int width) {
    SpelledClass spelled = new SpelledClass(width);
    float[] sample = sample();
    // Most floats are far from where a draw is open, so each second one is brought there.
    for (int i = 0; i < sample.length; i += 2) {
      sample[i] = (i % 4001 - 2000) / 100f;
    }
    long layerKey = layerKey(1);
    boolean[] vector = spelled.draw(sample, layerKey);
    for (int i = 0; i < sample.length; i++) {
      if (vector[i] != RandomStream.draw(sample[i], RandomStream.bits(layerKey, i))) {
        fail("unit %d at %s", i, sample[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void theKeyOfALayerIsThatOfTheScalarTwin(int width) {
    SpelledClass spelled = new SpelledClass(width);
    int rows = 64;
    long[] rowKeys = new long[rows];
    Arrays.setAll(rowKeys, row -> RandomStream.rowKey(RandomStream.key(4, 5), row));
    int[] low = Arrays.stream(rowKeys).mapToInt(key -> (int) key).toArray();
    int[] high = Arrays.stream(rowKeys).mapToInt(key -> (int) (key >>> 32)).toArray();
    for (int counter : new int[] {0, 1, 29, 1_000_000, Integer.MAX_VALUE}) {
      int[] halves = spelled.layerKeys(low, high, counter);
      for (int row = 0; row < rows; row++) {
        assertThat((long) halves[rows + row] << 32 | halves[row] & 0xffffffffL)
            .as("row %s, counter %s", row, counter)
            .isEqualTo(RandomStream.layerKey(rowKeys[row], counter));
      }
    }
  }

  /** Near sums are drawn from as they are, far ones are cut off first. */
  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void theDrawFromWholeNumbersIsThatOfTheScalarTwin(int width) {
    SpelledClass spelled = new SpelledClass(width);
    long layerKey = layerKey(2);
    for (int point : new int[] {FixedPoint.point(50), FixedPoint.point(51), 8}) {
      // With what couplings are rounded by, half a unit each, a little beyond the ends.
      int end = (126 << point) + (1 << 7);
      int[] near = IntStream.range(0, 1 << 14).map(i -> spread(i, end)).toArray();
      int[] far = IntStream.range(0, 1 << 14).map(i -> spread(i, FixedPoint.LIMIT)).toArray();
      if (FixedPoint.near(point)) {
        agree(spelled, near, point, layerKey, false);
      }
      agree(spelled, near, point, layerKey, true);
      agree(spelled, far, point, layerKey, true);
    }
  }

  private static void agree(
      SpelledClass spelled, int[] sums, int point, long layerKey, boolean far) {
    boolean[] vector = spelled.drawFixed(sums, point, layerKey, far);
    for (int i = 0; i < sums.length; i++) {
      if (vector[i] != FixedPoint.draw(sums[i], point, RandomStream.bits(layerKey, i))) {
        fail("unit %d at %d of 2^-%d", i, sums[i], point);
      }
    }
  }

  private static long layerKey(long seed) {
    return RandomStream.layerKey(RandomStream.rowKey(RandomStream.key(seed, 2), 3), 4);
  }

  /**
   * Whole numbers all over {@code [-end, end]}, both ends, and every other where draws are open.
   */
  private static int spread(int i, int end) {
    if (i < 64) {
      return i % 2 == 0 ? end - i : i - end;
    }
    long all = (long) i * 2_654_435_761L % (2L * end + 1) - end;
    return (int) (i % 2 == 0 ? all : all / 16);
  }

  /** Floats of every exponent and sign, and the neighbourhood of every bound. */
  private static float[] sample() {
    IntStream everywhere = IntStream.range(0, 1 << 17).map(i -> i * 32_749);
    IntStream edges =
        IntStream.range(0, EDGES.length * 64)
            .map(i ->
                (Float.floatToRawIntBits(EDGES[i / 64]) + i % 32 - 16) ^ ((i % 64 / 32) << 31));
    int[] bits = IntStream.concat(everywhere, edges).toArray();
    float[] sample = new float[bits.length];
    for (int i = 0; i < bits.length; i++) {
      sample[i] = Float.intBitsToFloat(bits[i]);
    }
    return sample;
  }
}
