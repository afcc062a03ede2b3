package harmonium.benchmarks.peers;

/** Plain Java: {@link Math}, and 64 random bits for two draws at a time (SplitMix64). */
public final class PlainLoops implements Loops {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /** With its own stream. */
  public PlainLoops(long seed) {
    state = mix(seed);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** u &lt; 1 / (1 + e^-x) without the division. */
  private static float unit(float x, long bits) {
    return (bits & 0xFFFFFF) * 0x1p-24f * (1 + Math.exp(-x)) < 1 ? 1 : 0;
  }

  @Override
  public void draw(Matrix<?> x) {
    long seen = state;
    int even = x.size() + (x.size() & 1);
    for (int i = 0; i < even; i += 2) {
      seen += GAMMA;
      long bits = mix(seen);
      x.set(i, unit(x.get(i), bits >>> 40));
      x.set(i + 1, unit(x.get(i + 1), bits >>> 8));
    }
    state = seen;
  }

  @Override
  public void sigmoid(Matrix<?> x) {
    for (int i = 0; i < x.size(); i++) {
      x.set(i, (float) (1 / (1 + Math.exp(-x.get(i)))));
    }
  }

  @Override
  public void tanh(Matrix<?> x) {
    for (int i = 0; i < x.size(); i++) {
      x.set(i, (float) Math.tanh(x.get(i)));
    }
  }

  @Override
  public double logLikelihood(Matrix<?> v, Matrix<?> x) {
    double sum = 0;
    for (int i = 0; i < v.size(); i++) {
      sum -= Math.log1p(Math.exp(v.get(i) > 0 ? -x.get(i) : x.get(i)));
    }
    return sum;
  }
}
