package harmonium.benchmarks;

import harmonium.kernel.RandomStream;
import harmonium.kernel.Rows;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/**
 * Writes the random numbers of the Gibbs chains to standard output, for programs that test random
 * numbers: all 32 bits of {@link RandomStream#bits}, as the machine orders bytes, without end or up
 * to a size. Where the reader stops reading, it stops, and says how much it wrote.
 *
 * <p>The sizes are those of a training on the paper's model: one update after the other, 100 chains
 * in each, 15 sweeps in each chain, and in each sweep 160 hidden and 96 visible units (150 and 88,
 * padded to vectors).
 */
public final class RandomBytes {
  private static final int ROWS = 100;
  private static final int SWEEPS = 15;
  private static final int HIDDEN = 160;
  private static final int VISIBLE = 96;
  private static final int[] ADDENDS = RandomStream.addends(HIDDEN);
  private static final int[] MULTIPLIERS = RandomStream.multipliers(HIDDEN);

  private enum Order {
    /** As kernels draw: by sweep, layer, row, unit. */
    CHAINS {
      @Override
      void write(RandomBytes bytes) throws IOException {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
          bytes.layer(2 * sweep, HIDDEN);
          bytes.layer(2 * sweep + 1, VISIBLE);
        }
      }
    },
    /** The same draw of all rows side by side, as where a vector holds a unit of many chains. */
    LANES {
      @Override
      void write(RandomBytes bytes) throws IOException {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
          bytes.sideBySide(2 * sweep, HIDDEN);
          bytes.sideBySide(2 * sweep + 1, VISIBLE);
        }
      }
    };

    /** Writes one update. */
    abstract void write(RandomBytes bytes) throws IOException;
  }

  private final WritableByteChannel out;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.nativeOrder());
  private final long[] rowKeys = new long[ROWS];
  private long left;
  private long written;

  private RandomBytes(WritableByteChannel out, long size) {
    this.out = out;
    left = size;
  }

  /** Takes {@code [--order CHAINS|LANES] [--seed N] [--update FIRST] [--bytes SIZE]}. */
  public static void main(String[] args) {
    Order order = Order.CHAINS;
    long seed = 1;
    long update = 0;
    long size = Long.MAX_VALUE;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--order" -> order = Order.valueOf(value);
        case "--seed" -> seed = Long.parseLong(value);
        case "--update" -> update = Long.parseLong(value);
        case "--bytes" -> size = Long.parseLong(value);
        default ->
            throw new IllegalArgumentException(
                "[--order CHAINS|LANES] [--seed N] [--update FIRST] [--bytes SIZE], not "
                    + args[i]);
      }
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      RandomBytes bytes = new RandomBytes(out.getChannel(), size);
      try {
        while (bytes.left > 0) {
          bytes.update(order, seed, update++);
        }
        bytes.flush();
      } catch (IOException stopped) {
        System.err.println(stopped.getMessage());
      }
      System.err.printf(
          "%s, seed %d: %d bytes, up to update %d%n", order, seed, bytes.written, update);
    } catch (IOException e) {
      System.err.println(e.getMessage());
    }
  }

  private void update(Order order, long seed, long update) throws IOException {
    long key = RandomStream.key(seed, update);
    for (int row = 0; row < ROWS; row++) {
      rowKeys[row] = RandomStream.rowKey(key, row);
    }
    order.write(this);
  }

  private void layer(int counter, int units) throws IOException {
    for (long rowKey : rowKeys) {
      long key = RandomStream.layerKey(rowKey, counter);
      for (int unit = 0; unit < units; unit++) {
        put(bits(key, unit));
      }
    }
  }

  private void sideBySide(int counter, int units) throws IOException {
    for (int unit = 0; unit < units; unit++) {
      for (long rowKey : rowKeys) {
        put(bits(RandomStream.layerKey(rowKey, counter), unit));
      }
    }
  }

  private static int bits(long layerKey, int unit) {
    int at = Rows.FIRST + unit;
    return RandomStream.bits(layerKey, ADDENDS[at], MULTIPLIERS[at]);
  }

  private void put(int bits) throws IOException {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    buffer.putInt(bits);
  }

  private void flush() throws IOException {
    buffer.flip();
    buffer.limit((int) Math.min(buffer.limit(), left));
    while (buffer.hasRemaining()) {
      int count = out.write(buffer);
      written += count;
      left -= count;
    }
    buffer.clear();
  }
}
