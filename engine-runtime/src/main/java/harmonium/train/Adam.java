package harmonium.train;

import java.util.List;

/**
 * Adam: a step along the running mean of the gradient, divided by its running root mean square,
 * both corrected for their start at zero.
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, ICLR 2015, algorithm 1.
 *
 * @param decay1 how much of the mean is kept, within [0, 1); there beta 1
 * @param decay2 how much of the mean square is kept, within [0, 1); there beta 2
 * @param epsilon keeps the division finite, positive
 */
public record Adam(float decay1, float decay2, float epsilon) implements Optimizer {
  public Adam {
    Optimizer.checkDecay(decay1);
    Optimizer.checkDecay(decay2);
    Optimizer.checkEpsilon(epsilon);
  }

  @Override
  public List<String> moments() {
    return List.of("mean", "square");
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
    float[] mean = moments[0];
    float[] square = moments[1];
    float fresh1 = 1 - decay1;
    float fresh2 = 1 - decay2;
    float step = (float) (rate / (1 - StrictMath.pow(decay1, update + 1)));
    float scale = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(decay2, update + 1)));
    for (int i = from; i < to; i++) {
      float g = gradient[i];
      mean[i] = decay1 * mean[i] + fresh1 * g;
      square[i] = decay2 * square[i] + fresh2 * g * g;
      values[i] -= step * mean[i] / (scale * (float) Math.sqrt(square[i]) + epsilon);
    }
  }

  @Override
  public String text() {
    return "adam(" + decay1 + "," + decay2 + "," + epsilon + ")";
  }
}
