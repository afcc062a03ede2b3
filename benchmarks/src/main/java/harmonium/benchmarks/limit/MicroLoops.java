package harmonium.benchmarks.limit;

import harmonium.kernel.RandomStream;
import harmonium.kernel.Rows;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Small loops that do one thing as fast as it goes, with the widest vectors of the machine. Twelve
 * accumulators hide how long one operation takes.
 */
final class MicroLoops {
  static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  static final int L1_BYTES = 16 << 10;
  static final int L2_BYTES = 256 << 10;
  static final int L3_BYTES = 8 << 20;
  static final int UNITS = 2_048;

  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final IntVector LANE = IntVector.zero(I).addIndex(1).mul(0x9e3779b9);
  private static final int[] ADDENDS = RandomStream.addends(UNITS);
  private static final int[] MULTIPLIERS = RandomStream.multipliers(UNITS);
  private static final int TURNS = 16_384;
  private static final int POINT = 23;

  private static final int[] NUMBERS = new int[Rows.FIRST + L3_BYTES / 4];
  private static final float[] FACTORS = new float[2 * LANES];

  /** Read by nobody: that it might be keeps the loops. */
  static volatile long sink;

  static {
    for (int i = 0; i < NUMBERS.length; i++) {
      // Log odds between -4 and 4 in units of 2^-23.
      NUMBERS[i] = (i * 7919 % 8 - 4) << POINT;
    }
    Arrays.fill(FACTORS, 0.5f);
  }

  private MicroLoops() {}

  static void once(Limit limit) {
    sink =
        switch (limit) {
          case FMA -> multiplyAdds();
          case ADD -> additions();
          case PERMUTE -> permutations();
          case L1 -> loads(L1_BYTES / 4, (int) (limit.amount() / L1_BYTES));
          case L2 -> loads(L2_BYTES / 4, (int) (limit.amount() / L2_BYTES));
          case L3 -> loads(L3_BYTES / 4, (int) (limit.amount() / L3_BYTES));
          case SAMPLING -> draws((int) sink);
        };
  }

  /**
   * Both factors are vectors in memory: a number the compiler would put into all lanes anew for
   * each operation, and the loop would be about that.
   */
  private static long multiplyAdds() {
    FloatVector x = FloatVector.fromArray(F, FACTORS, 0);
    FloatVector y = FloatVector.fromArray(F, FACTORS, LANES);
    FloatVector a0 = y;
    FloatVector a1 = y;
    FloatVector a2 = y;
    FloatVector a3 = y;
    FloatVector a4 = y;
    FloatVector a5 = y;
    FloatVector a6 = y;
    FloatVector a7 = y;
    FloatVector a8 = y;
    FloatVector a9 = y;
    FloatVector a10 = y;
    FloatVector a11 = y;
    for (int i = 0; i < TURNS; i++) {
      a0 = x.fma(y, a0);
      a1 = x.fma(y, a1);
      a2 = x.fma(y, a2);
      a3 = x.fma(y, a3);
      a4 = x.fma(y, a4);
      a5 = x.fma(y, a5);
      a6 = x.fma(y, a6);
      a7 = x.fma(y, a7);
      a8 = x.fma(y, a8);
      a9 = x.fma(y, a9);
      a10 = x.fma(y, a10);
      a11 = x.fma(y, a11);
    }
    FloatVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
    return (long) sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).lane(0);
  }

  /** Each adds itself, so that nothing but additions is in the loop. */
  private static long additions() {
    IntVector a0 = LANE.add(0);
    IntVector a1 = LANE.add(1);
    IntVector a2 = LANE.add(2);
    IntVector a3 = LANE.add(3);
    IntVector a4 = LANE.add(4);
    IntVector a5 = LANE.add(5);
    IntVector a6 = LANE.add(6);
    IntVector a7 = LANE.add(7);
    IntVector a8 = LANE.add(8);
    IntVector a9 = LANE.add(9);
    IntVector a10 = LANE.add(10);
    IntVector a11 = LANE.add(11);
    for (int i = 0; i < TURNS; i++) {
      a0 = a0.add(a0);
      a1 = a1.add(a1);
      a2 = a2.add(a2);
      a3 = a3.add(a3);
      a4 = a4.add(a4);
      a5 = a5.add(a5);
      a6 = a6.add(a6);
      a7 = a7.add(a7);
      a8 = a8.add(a8);
      a9 = a9.add(a9);
      a10 = a10.add(a10);
      a11 = a11.add(a11);
    }
    IntVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
    return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).lane(0);
  }

  /** What picks, by four bits a lane, one of the 16 numbers of a vector. */
  private static long permutations() {
    IntVector pick = LANE.lanewise(VectorOperators.AND, LANES - 1);
    IntVector a0 = LANE.add(0);
    IntVector a1 = LANE.add(1);
    IntVector a2 = LANE.add(2);
    IntVector a3 = LANE.add(3);
    IntVector a4 = LANE.add(4);
    IntVector a5 = LANE.add(5);
    IntVector a6 = LANE.add(6);
    IntVector a7 = LANE.add(7);
    IntVector a8 = LANE.add(8);
    IntVector a9 = LANE.add(9);
    IntVector a10 = LANE.add(10);
    IntVector a11 = LANE.add(11);
    for (int i = 0; i < TURNS; i++) {
      a0 = pick.selectFrom(a0);
      a1 = pick.selectFrom(a1);
      a2 = pick.selectFrom(a2);
      a3 = pick.selectFrom(a3);
      a4 = pick.selectFrom(a4);
      a5 = pick.selectFrom(a5);
      a6 = pick.selectFrom(a6);
      a7 = pick.selectFrom(a7);
      a8 = pick.selectFrom(a8);
      a9 = pick.selectFrom(a9);
      a10 = pick.selectFrom(a10);
      a11 = pick.selectFrom(a11);
    }
    IntVector sum = a0.add(a1).add(a2).add(a3).add(a4).add(a5);
    return sum.add(a6).add(a7).add(a8).add(a9).add(a10).add(a11).lane(0);
  }

  private static long loads(int length, int passes) {
    IntVector a0 = IntVector.zero(I);
    IntVector a1 = a0;
    IntVector a2 = a0;
    IntVector a3 = a0;
    for (int pass = 0; pass < passes; pass++) {
      for (int i = Rows.FIRST; i < length + Rows.FIRST; i += 4 * LANES) {
        a0 = a0.add(IntVector.fromArray(I, NUMBERS, i));
        a1 = a1.add(IntVector.fromArray(I, NUMBERS, i + LANES));
        a2 = a2.add(IntVector.fromArray(I, NUMBERS, i + 2 * LANES));
        a3 = a3.add(IntVector.fromArray(I, NUMBERS, i + 3 * LANES));
      }
    }
    return a0.add(a1).add(a2).add(a3).lane(0);
  }

  /** The draw of a kernel's chain, from sums that are there. */
  private static long draws(int key) {
    long drawn = 0;
    int upper = ~key;
    for (int j = Rows.FIRST; j < UNITS + Rows.FIRST; j += LANES) {
      IntVector x = IntVector.fromArray(I, ADDENDS, j).add(key);
      IntVector y = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 15));
      IntVector z =
          y.lanewise(VectorOperators.XOR, upper).mul(IntVector.fromArray(I, MULTIPLIERS, j));
      IntVector high = z.lanewise(VectorOperators.LSHR, 25);
      IntVector mixed = z.lanewise(VectorOperators.LSHR, 9).lanewise(VectorOperators.XOR, high);
      FloatVector u =
          mixed.lanewise(VectorOperators.OR, 0x3f800000).reinterpretAsFloats().sub(0.99999994f);
      IntVector s = IntVector.fromArray(I, NUMBERS, j);
      FloatVector f =
          s.lanewise(VectorOperators.AND, 0x7fffff)
              .lanewise(VectorOperators.OR, 0x3f800000)
              .reinterpretAsFloats();
      FloatVector p = FloatVector.broadcast(F, 0.006767084f);
      p = p.fma(f, FloatVector.broadcast(F, -0.0010626055f));
      p = p.fma(f, FloatVector.broadcast(F, 0.0833067f));
      p = p.fma(f, FloatVector.broadcast(F, -0.343992f));
      p = p.fma(f, FloatVector.broadcast(F, 1.2549821f));
      FloatVector e = p.reinterpretAsInts().add(s).reinterpretAsFloats();
      drawn = 31 * drawn + u.fma(e, u).compare(VectorOperators.LT, 1f).toLong();
    }
    return drawn;
  }
}
