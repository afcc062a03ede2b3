package harmonium.kernel;

import harmonium.api.Scalar;
import harmonium.api.Tensor;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Reads series of a kernel's memory: their means, copies of them, and views. */
final class SequenceSeries {
  private final SequenceKernel kernel;
  private final Schedule schedule;
  private final Call call;

  SequenceSeries(SequenceKernel kernel, Schedule schedule, Call call) {
    this.kernel = kernel;
    this.schedule = schedule;
    this.call = call;
  }

  /** The row of a step of the chunk in hand. */
  private int row(int t) {
    return schedule.past() + call.first + t;
  }

  /** The mean of a scalar series over the steps, added up in double. */
  double mean(String series) {
    float[] memory = kernel.memory(series);
    int first = row(0);
    int end = row(call.steps);
    double sum = 0;
    for (int row = first; row < end; row++) {
      sum += memory[row];
    }
    return sum / call.steps;
  }

  /** The value of a scalar series at the last step. */
  double last(String series) {
    return kernel.memory(series)[row(call.steps - 1)];
  }

  /** Copies a scalar series, [T]. */
  void copyScalars(String series, float[] out) {
    System.arraycopy(kernel.memory(series), row(0), out, 0, call.steps);
  }

  /**
   * Copies a vector series without its padding into columns of [T x width].
   *
   * @param first its first column
   */
  void copyRows(String series, int units, float[] out, int first, int width) {
    float[] memory = kernel.memory(series);
    for (int t = 0; t < call.steps; t++) {
      System.arraycopy(memory, Rows.floats(row(t), units), out, t * width + first, units);
    }
  }

  /**
   * A view of a declared equation, [T x units] or [T].
   *
   * @throws IllegalArgumentException if the model declares none of that name
   */
  Tensor view(String equation) {
    Blueprint blueprint = kernel.blueprint();
    boolean declared = blueprint.equations().stream().anyMatch(e -> e.startsWith(equation + " = "));
    float[] memory = kernel.memory(equation);
    if (!declared || memory == null) {
      throw new IllegalArgumentException(
          blueprint.name() + " has no equation " + equation + "; it has " + blueprint.equations());
    }
    Layer axis = kernel.axis(equation);
    int columns = axis == null ? 1 : axis.size();
    int stride = axis == null ? 1 : Rows.padded(columns);
    int first = axis == null ? row(0) : Rows.floats(row(0), columns);
    List<String> axes = axis == null ? List.of("t") : List.of("t", axis.name());
    return new StridedTensor(
        new ParameterBlock(equation, axes, call.steps, columns, 0, first, stride),
        memory,
        () -> {
          throw new UnsupportedOperationException(
              equation + " is computed; its values cannot be set");
        });
  }

  /** A view of a matrix that is worked out of the parameters. */
  Tensor matrix(String name, Layer[] axes) {
    int columns = axes[1].size();
    return new StridedTensor(
        new ParameterBlock(
            name,
            List.of(axes[0].name(), axes[1].name()),
            axes[0].size(),
            columns,
            0,
            0,
            Rows.padded(columns)),
        kernel.memory(name),
        () -> {
          throw new UnsupportedOperationException(name + " is computed; its values cannot be set");
        });
  }

  /** A number that is worked out whenever it is asked for. */
  static Scalar number(String name, DoubleSupplier value) {
    return new Scalar() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double value() {
        return value.getAsDouble();
      }
    };
  }
}
