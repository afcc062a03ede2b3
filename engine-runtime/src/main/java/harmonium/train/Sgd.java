package harmonium.train;

import java.util.List;

/** Plain gradient descent: {@code value -= rate * gradient}. */
public record Sgd() implements Optimizer {
  @Override
  public List<String> moments() {
    return List.of();
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
    for (int i = from; i < to; i++) {
      values[i] -= rate * gradient[i];
    }
  }

  @Override
  public String text() {
    return "sgd";
  }
}
