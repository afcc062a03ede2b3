package harmonium.kernel;

import java.util.Arrays;

/**
 * Plain gradient descent within an update. The statements of the gradient that end with a step down
 * ({@link Call#descend}) take it where the gradient has just been added up, in the cache of the
 * thread that did so, and leave zeros behind for the next gradient to be added to.
 */
final class Descent {
  private final Call call;
  private final float[] slope;
  private boolean clear = true;

  /** For parameters of which there are {@code size} numbers. */
  Descent(Call call, int size) {
    this.call = call;
    slope = new float[size];
  }

  /**
   * Lets the next gradient be followed by steps of {@code rate} times it.
   *
   * @return where to add the gradient: zeros, also after an update that failed half way
   */
  float[] open(float rate) {
    if (!clear) {
      Arrays.fill(slope, 0f);
    }
    clear = false;
    call.rate = rate;
    call.descends = true;
    return slope;
  }

  /** All steps are taken. */
  void done() {
    clear = true;
  }

  /** Lets gradients be gradients again. */
  void close() {
    call.descends = false;
  }
}
