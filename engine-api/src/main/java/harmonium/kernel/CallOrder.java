package harmonium.kernel;

/**
 * What has been called, and so what may be called: a chain needs a sequence, a gradient a chain.
 */
final class CallOrder {
  private final Blueprint blueprint;
  private final Call call;
  private boolean chained;

  CallOrder(Blueprint blueprint, Call call) {
    this.blueprint = blueprint;
    this.call = call;
  }

  /** Tells whether chains were run on the chunk in hand. */
  void chained(boolean now) {
    chained = now;
  }

  /** Whether the model learns by chains. */
  boolean needsChains() {
    return blueprint.objective() != Objective.LIKELIHOOD;
  }

  static void checkSweeps(int sweeps) {
    if (sweeps < 1) {
      throw new IllegalArgumentException("a chain has at least 1 sweep, not " + sweeps);
    }
  }

  void checkLoaded() {
    if (call.steps == 0) {
      throw new IllegalStateException("no sequence is loaded: call recurrence first");
    }
  }

  void checkChained() {
    if (!chained) {
      throw new IllegalStateException("no chain was run on this sequence: call gibbs first");
    }
  }

  /** What the gradient needs: a chain, unless the likelihood is exact. */
  void checkReady() {
    if (needsChains()) {
      checkChained();
    } else {
      checkLoaded();
    }
  }

  void checkSummedOut() {
    if (blueprint.objective() == Objective.ENERGY) {
      throw new UnsupportedOperationException(
          "the hidden layers of "
              + blueprint.name()
              + " interact, so that they cannot be summed out");
    }
  }

  void checkLikelihood() {
    if (needsChains()) {
      throw new UnsupportedOperationException(
          "the likelihood of " + blueprint.name() + " has no closed form");
    }
  }

  void checkGradient(float[] buffer) {
    if (buffer.length != blueprint.storage()) {
      throw new IllegalArgumentException(
          "a gradient of "
              + blueprint.name()
              + " takes "
              + blueprint.storage()
              + " numbers, not "
              + buffer.length);
    }
  }
}
