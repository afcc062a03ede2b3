package harmonium.processor.emit;

import static org.assertj.core.api.Assertions.fail;

import harmonium.kernel.RandomStream;
import harmonium.processor.ir.UnaryOp;
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
    int[] counters = IntStream.range(0, sample.length).map(i -> i * 7 - 1000).toArray();
    long rowKey = RandomStream.rowKey(RandomStream.key(1, 2), 3);
    boolean[] vector = spelled.draw(sample, counters, (int) rowKey, (int) (rowKey >>> 32));
    for (int i = 0; i < sample.length; i++) {
      if (vector[i] != RandomStream.draw(sample[i], RandomStream.bits(rowKey, counters[i]))) {
        fail("draw %d at %s", counters[i], sample[i]);
      }
    }
  }

  /** Floats of every exponent and sign, and the neighbourhood of every bound. */
  private static float[] sample() {
    IntStream everywhere = IntStream.range(0, 1 << 18).map(i -> i * 16_381);
    IntStream edges =
        IntStream.range(0, EDGES.length * 64)
            .map(i -> Float.floatToRawIntBits(EDGES[i / 64]) + i % 32 - 16 ^ i % 64 / 32 << 31);
    int[] bits = IntStream.concat(everywhere, edges).toArray();
    float[] sample = new float[bits.length];
    for (int i = 0; i < bits.length; i++) {
      sample[i] = Float.intBitsToFloat(bits[i]);
    }
    return sample;
  }
}
