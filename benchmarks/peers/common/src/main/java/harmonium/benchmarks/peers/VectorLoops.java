package harmonium.benchmarks.peers;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EXP;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LOG1P;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NEG;
import static jdk.incubator.vector.VectorOperators.TANH;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops of one who knows the vector module: its exp, log and tanh, and a counter of 32 bits put
 * through a hash (Wellons's lowbias32) for each draw.
 */
public final class VectorLoops implements Loops {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int ONE = Float.floatToRawIntBits(1);

  private int counter;

  /** With its own stretch of the stream. */
  public VectorLoops(long seed) {
    counter = (int) (seed * 0x9E3779B1L);
  }

  private static FloatVector load(Matrix<?> x, int from) {
    return FloatVector.fromMemorySegment(FLOATS, x.cells(), 4L * from, ORDER);
  }

  private static void store(FloatVector values, Matrix<?> x, int to) {
    values.intoMemorySegment(x.cells(), 4L * to, ORDER);
  }

  @Override
  public void draw(Matrix<?> x) {
    int seen = counter;
    for (int i = 0; i < x.size(); i += FLOATS.length()) {
      IntVector bits = IntVector.broadcast(INTS, seen).addIndex(1);
      seen += FLOATS.length();
      bits = bits.lanewise(XOR, bits.lanewise(LSHR, 16)).mul(0x7feb352d);
      bits = bits.lanewise(XOR, bits.lanewise(LSHR, 15)).mul(0x846ca68b);
      bits = bits.lanewise(XOR, bits.lanewise(LSHR, 16));
      FloatVector uniform = bits.lanewise(LSHR, 9).or(ONE).reinterpretAsFloats().sub(1);
      FloatVector power = load(x, i).lanewise(NEG).lanewise(EXP);
      // u < 1 / (1 + e^-x) without the division.
      FloatVector scaled = uniform.fma(power, uniform);
      store(FloatVector.zero(FLOATS).blend(1, scaled.lt(1)), x, i);
    }
    counter = seen;
  }

  @Override
  public void sigmoid(Matrix<?> x) {
    for (int i = 0; i < x.size(); i += FLOATS.length()) {
      FloatVector power = load(x, i).lanewise(NEG).lanewise(EXP);
      store(FloatVector.broadcast(FLOATS, 1).div(power.add(1)), x, i);
    }
  }

  @Override
  public void tanh(Matrix<?> x) {
    for (int i = 0; i < x.size(); i += FLOATS.length()) {
      store(load(x, i).lanewise(TANH), x, i);
    }
  }

  @Override
  public double logLikelihood(Matrix<?> v, Matrix<?> x) {
    FloatVector sums = FloatVector.zero(FLOATS);
    int whole = FLOATS.loopBound(x.size());
    for (int i = 0; i < whole; i += FLOATS.length()) {
      FloatVector value = load(x, i);
      FloatVector signed = value.blend(value.neg(), load(v, i).compare(GE, 0.5f));
      sums = sums.sub(signed.lanewise(EXP).lanewise(LOG1P));
    }
    double sum = sums.reduceLanes(ADD);
    for (int i = whole; i < x.size(); i++) {
      float value = x.get(i);
      sum -= Math.log1p(Math.exp(v.get(i) > 0 ? -value : value));
    }
    return sum;
  }
}
