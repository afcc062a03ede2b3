package harmonium.kernel;

import harmonium.api.Tensor;
import java.util.List;
import java.util.Objects;

/** A view of rows in a padded array; {@code changed} runs with each write and may refuse it. */
final class StridedTensor implements Tensor {
  private final ParameterBlock block;
  private final float[] values;
  private final Runnable changed;

  StridedTensor(ParameterBlock block, float[] values, Runnable changed) {
    this.block = block;
    this.values = values;
    this.changed = changed;
  }

  @Override
  public String name() {
    return block.name();
  }

  @Override
  public List<String> axes() {
    return block.axes();
  }

  @Override
  public int rows() {
    return block.rows();
  }

  @Override
  public int columns() {
    return block.columns();
  }

  @Override
  public float get(int row, int column) {
    return values[index(row, column)];
  }

  @Override
  public void set(int row, int column, float value) {
    int index = index(row, column);
    changed.run();
    values[index] = value;
  }

  private int index(int row, int column) {
    Objects.checkIndex(row, block.rows());
    Objects.checkIndex(column, block.columns());
    return block.index(row, column);
  }

  @Override
  public String toString() {
    return block.name() + block.axes();
  }
}
