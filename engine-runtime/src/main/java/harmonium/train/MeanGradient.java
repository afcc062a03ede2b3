package harmonium.train;

import harmonium.kernel.Chunk;
import harmonium.kernel.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean of the gradients of the chunks of a batch, each chunk counted alike, however long it is.
 *
 * <p>The chunks are worked on side by side. Each has a buffer of its own and draws random numbers
 * by its place in the batch; the buffers are added in the order of the chunks. So no number depends
 * on which thread took which chunk, or when.
 */
final class MeanGradient {
  /**
   * Most chunks between two additions, and so most buffers: each is as long as the parameters. More
   * are added in several rounds, in the same order, and so to the same bits.
   */
  private static final int ROUND = 64;

  private final Crew crew;
  private final int sweeps;
  private final long seed;
  private final List<float[]> buffers = new ArrayList<>();
  private final double[] monitors = new double[ROUND];
  private float[] mean = {};

  MeanGradient(Crew crew, int sweeps, long seed) {
    this.crew = crew;
    this.sweeps = sweeps;
    this.seed = seed;
  }

  /** The mean that {@link #take} took last, live, laid out as the parameters. */
  float[] values() {
    return mean;
  }

  /**
   * Takes the mean over a batch.
   *
   * @param first the place in the random stream of its first chunk; the others follow
   * @return the sum of the monitors of its chunks, in nats a step
   */
  double take(List<Chunk> batch, long first) {
    if (mean.length == 0) {
      mean = new float[crew.together().parameters().values().length];
    }
    if (batch.size() == 1) {
      double[] monitor = new double[1];
      gradients(crew.together(), batch, new long[] {first}, monitor, List.of(mean));
      return monitor[0];
    }
    double sum = 0;
    for (int from = 0; from < batch.size(); from += ROUND) {
      List<Chunk> round = batch.subList(from, Math.min(from + ROUND, batch.size()));
      while (buffers.size() < round.size()) {
        buffers.add(new float[mean.length]);
      }
      long place = first + from;
      crew.each(
          round,
          (kernel, numbers) -> {
            double[] reached = new double[numbers.length];
            gradients(
                kernel, of(round, numbers), places(place, numbers), reached, of(buffers, numbers));
            for (int i = 0; i < numbers.length; i++) {
              monitors[numbers[i]] = reached[i];
            }
          });
      for (int i = 0; i < round.size(); i++) {
        sum += monitors[i];
      }
      boolean begins = from == 0;
      float share = from + ROUND >= batch.size() ? 1f / batch.size() : 1;
      crew.ranges(mean.length, (low, high) -> add(round.size(), begins, share, low, high));
    }
    return sum;
  }

  /** Adds the first buffers to a range of the mean, and takes its share of the sum. */
  private void add(int count, boolean begins, float share, int from, int to) {
    if (begins) {
      Arrays.fill(mean, from, to, 0);
    }
    for (int i = 0; i < count; i++) {
      float[] buffer = buffers.get(i);
      for (int j = from; j < to; j++) {
        mean[j] += buffer[j];
      }
    }
    for (int j = from; j < to; j++) {
      mean[j] *= share;
    }
  }

  private void gradients(
      Kernel kernel, List<Chunk> chunks, long[] places, double[] reached, List<float[]> into) {
    for (float[] buffer : into) {
      Arrays.fill(buffer, 0);
    }
    kernel.seed(seed);
    kernel.gradients(chunks, places, sweeps, reached, into);
  }

  /** The elements of some numbers. */
  static <E> List<E> of(List<E> all, int[] numbers) {
    return IntStream.of(numbers).mapToObj(all::get).toList();
  }

  /** The places in the random stream of chunks of some numbers. */
  static long[] places(long first, int[] numbers) {
    return IntStream.of(numbers).mapToLong(i -> first + i).toArray();
  }
}
