package harmonium.kernel;

/** What generated statements have to know of the call that they work for. */
public final class Call {
  /** The parameters, laid out as {@link Parameters#values()}. */
  public float[] theta = {};

  /** Where gradients are added, laid out as the parameters. */
  public float[] gradient = {};

  /** Whether steps down the gradient are taken as soon as it is there: in an update. */
  public boolean descends;

  /** What the gradient is multiplied by in such a step. */
  public float rate;

  /** Number of steps T of the chunk in hand. */
  public int steps;

  /** What stands for t at its first step: 0, but where several chunks are in memory. */
  public int first;

  /** What stands for t behind its last step. */
  public int end;

  /** The step that threads share out by its columns. */
  public int step;

  /** 1/T. */
  public float scale;

  /** -log2(e) / temperature: activations times heat are what {@link RandomStream#draw} takes. */
  public float heat;

  /** The root of the temperature: what the deviation of real units is multiplied by. */
  public float spread;

  /** Key of the random stream of this update. */
  public long key;

  /** Length of the chain. */
  public int sweeps;

  /** Key of the random stream of a step, which counts from the first of its chunk. */
  public long rowKey(int t) {
    return RandomStream.rowKey(key, t - first);
  }

  /** Where those of chains {@code [from, to)} end that vectors of 512 bits draw side by side. */
  public int endOfLanes(int from, int to) {
    return from + Borders.inBlocks(to - from, to == end);
  }

  /**
   * In an update: takes the numbers {@code [first, end)} of the parameters a step of rate times
   * their gradient down, and leaves zeros where the gradient was.
   */
  public void descend(int first, int end) {
    if (descends) {
      descend(theta, gradient, rate, first, end);
    }
  }

  private static void descend(float[] theta, float[] gradient, float rate, int first, int end) {
    for (int i = first; i < end; i++) {
      theta[i] -= rate * gradient[i];
      gradient[i] = 0f;
    }
  }

  /** Takes a chunk in hand. */
  void take(int newFirst, int newSteps) {
    first = newFirst;
    end = newFirst + newSteps;
    steps = newSteps;
    scale = 1f / newSteps;
  }
}
