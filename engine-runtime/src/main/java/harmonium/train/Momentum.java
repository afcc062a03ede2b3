package harmonium.train;

import java.util.List;

/**
 * Gradient descent with Nesterov's momentum: {@code velocity = decay * velocity - rate * gradient;
 * value += decay * velocity - rate * gradient}.
 *
 * <p>Source: Bengio, Boulanger-Lewandowski and Pascanu, Advances in optimizing recurrent networks,
 * ICASSP 2013, section 3.5.
 *
 * @param decay how much of the velocity is kept, within [0, 1)
 */
public record Momentum(float decay) implements Optimizer {
  public Momentum {
    Optimizer.checkDecay(decay);
  }

  @Override
  public List<String> moments() {
    return List.of("velocity");
  }

  @Override
  public void step(
      float[] values,
      float[] gradient,
      float[][] moments,
      float rate,
      long update,
      int from,
      int to) {
    float[] velocity = moments[0];
    for (int i = from; i < to; i++) {
      float descent = rate * gradient[i];
      velocity[i] = decay * velocity[i] - descent;
      values[i] += decay * velocity[i] - descent;
    }
  }

  @Override
  public String text() {
    return "momentum(" + decay + ")";
  }
}
