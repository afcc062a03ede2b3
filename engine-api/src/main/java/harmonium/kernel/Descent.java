package harmonium.kernel;

import java.util.Arrays;

/**
 * The last part of an update: plain gradient descent, its numbers shared out among the threads.
 * Each thread leaves zeros behind it, so that the next gradient can be added without a pass of its
 * own over memory.
 */
final class Descent {
  private final float[] theta;
  private final float[] slope;
  private final Team team;
  private final Team.Job share = this::share;
  private float rate;
  private boolean clear = true;

  /**
   * For one array of parameters.
   *
   * @param theta what is changed, in place
   */
  Descent(float[] theta, Team team) {
    this.theta = theta;
    this.team = team;
    slope = new float[theta.length];
  }

  /** Makes sure that {@link #slope} is zero: it is not after an update that failed half way. */
  void clear() {
    if (!clear) {
      Arrays.fill(slope, 0f);
    }
    clear = false;
  }

  /** Where the gradient is to be added, laid out as the parameters. */
  float[] slope() {
    return slope;
  }

  /** Takes a step of {@code rate} times the gradient down. */
  void run(float rate) {
    this.rate = rate;
    team.run(share);
    clear = true;
  }

  private void share(int index, int parts) {
    float[] to = theta;
    float[] by = slope;
    float size = rate;
    int end = PassRunner.border(to.length, index + 1, parts);
    for (int i = PassRunner.border(to.length, index, parts); i < end; i++) {
      to[i] -= size * by[i];
      by[i] = 0f;
    }
  }
}
