package harmonium.train;

import java.util.List;

/**
 * Divides each element of the gradient by a running root mean square of it: {@code square = decay *
 * square + (1 - decay) * gradient^2; value -= rate * gradient / (sqrt(square) + epsilon)}.
 *
 * <p>Source: Tieleman and Hinton, lecture 6.5 of Neural networks for machine learning, 2012.
 *
 * @param decay how much of the mean square is kept, within [0, 1)
 * @param epsilon keeps the division finite, positive
 */
public record RmsProp(float decay, float epsilon) implements Optimizer {
  public RmsProp {
    Optimizer.checkDecay(decay);
    Optimizer.checkEpsilon(epsilon);
  }

  @Override
  public List<String> moments() {
    return List.of("square");
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
    float[] square = moments[0];
    float fresh = 1 - decay;
    for (int i = from; i < to; i++) {
      float g = gradient[i];
      square[i] = decay * square[i] + fresh * g * g;
      values[i] -= rate * g / ((float) Math.sqrt(square[i]) + epsilon);
    }
  }

  @Override
  public String text() {
    return "rmsprop(" + decay + "," + epsilon + ")";
  }
}
