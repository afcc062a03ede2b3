package harmonium.store;

import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes safetensors files: the length of the header (8 bytes, little-endian), the header
 * (JSON), then the tensors one after the other as little-endian float32, row-major.
 *
 * <p>Source: the format's description in the safetensors project. The same tensors and metadata
 * give the same bytes everywhere: metadata are sorted, tensors keep their order.
 */
public final class Safetensors {
  private static final String DTYPE = "F32";
  private static final int LENGTH_BYTES = 8;
  private static final int MOST_BYTES = 1 << 30;

  private Safetensors() {}

  /**
   * Writes the parameters of a model in the order of their declaration; the model's name joins the
   * metadata as {@link Stored#MODEL} unless they have one.
   *
   * @throws FileException if the file cannot be written; then it is as it was before
   */
  public static void write(Path file, Parameters parameters, Map<String, String> metadata) {
    List<StoredTensor> tensors =
        parameters.blueprint().parameters().stream().map(b -> packed(b, parameters)).toList();
    Map<String, String> words = new LinkedHashMap<>(metadata);
    words.putIfAbsent(Stored.MODEL, parameters.blueprint().name());
    write(file, tensors, words);
  }

  /**
   * Writes any tensors.
   *
   * @throws FileException if the file cannot be written; then it is as it was before
   */
  public static void write(Path file, List<StoredTensor> tensors, Map<String, String> metadata) {
    AtomicFile.write(file, out -> write(out, tensors, metadata));
  }

  private static void write(
      OutputStream out, List<StoredTensor> tensors, Map<String, String> metadata)
      throws IOException {
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    long end = 0;
    for (StoredTensor tensor : tensors) {
      long from = end;
      end += 4L * tensor.values().length;
      entries.add(new SafetensorsHeader.Entry(tensor.name(), DTYPE, tensor.shape(), from, end));
    }
    byte[] header = new SafetensorsHeader(metadata, entries).json();
    byte[] length = new byte[LENGTH_BYTES];
    littleEndian(length).putLong(header.length);
    out.write(length);
    out.write(header);
    for (StoredTensor tensor : tensors) {
      byte[] bytes = new byte[4 * tensor.values().length];
      littleEndian(bytes).asFloatBuffer().put(tensor.values());
      out.write(bytes);
    }
  }

  /**
   * Reads a file whose tensors are all float32.
   *
   * @throws FileException if the file cannot be read, is not of this format or is damaged
   */
  public static Stored read(Path file) {
    return read(file.toString(), BoundedRead.file(file, MOST_BYTES));
  }

  static Stored read(String file, byte[] bytes) {
    if (bytes.length < LENGTH_BYTES) {
      throw new FileException(
          file, "is not a safetensors file, or cut short: it has " + bytes.length + " bytes");
    }
    ByteBuffer in = littleEndian(bytes);
    long length = in.getLong();
    if (length < 2 || length > bytes.length - LENGTH_BYTES) {
      throw new FileException(
          file,
          "is not a safetensors file, or cut short: a header of "
              + Long.toUnsignedString(length)
              + " bytes does not fit into a file of "
              + bytes.length);
    }
    SafetensorsHeader header = SafetensorsHeader.parse(file, bytes, LENGTH_BYTES, (int) length);
    int start = LENGTH_BYTES + (int) length;
    List<SafetensorsHeader.Entry> entries = inOrder(file, header, bytes.length - start);
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : entries) {
      float[] values = new float[(int) ((entry.to() - entry.from()) / 4)];
      in.position(start + (int) entry.from());
      in.asFloatBuffer().get(values);
      tensors.put(entry.name(), new StoredTensor(entry.name(), entry.shape(), values));
    }
    return new Stored(file, header.metadata(), tensors);
  }

  /** The tensors by their place, which must fill the file without a gap or an overlap. */
  private static List<SafetensorsHeader.Entry> inOrder(
      String file, SafetensorsHeader header, long available) {
    List<SafetensorsHeader.Entry> entries = new ArrayList<>(header.entries());
    entries.sort(
        Comparator.comparingLong(SafetensorsHeader.Entry::from)
            .thenComparingLong(SafetensorsHeader.Entry::to));
    long end = 0;
    for (SafetensorsHeader.Entry entry : entries) {
      String tensor = "tensor " + entry.name();
      if (!entry.dtype().equals(DTYPE)) {
        throw new FileException(
            file, tensor + " is of type " + entry.dtype() + "; store it as " + DTYPE);
      }
      if (entry.from() != end) {
        String how = entry.from() < end ? " overlaps the one before it" : " follows a gap";
        throw new FileException(
            file, tensor + how + ": it begins at byte " + entry.from() + ", not " + end);
      }
      end = entry.to();
      if (end > available) {
        throw new FileException(
            file,
            tensor + " ends at byte " + end + " where only " + available + " are left: cut short");
      }
      if (!holds(entry)) {
        throw new FileException(
            file,
            tensor
                + " of shape "
                + entry.shape()
                + " does not fill bytes "
                + entry.from()
                + " to "
                + end);
      }
    }
    if (end != available) {
      throw new FileException(
          file, (available - end) + " bytes after the last tensor belong to none");
    }
    return entries;
  }

  private static boolean holds(SafetensorsHeader.Entry entry) {
    long bytes = 4;
    for (int size : entry.shape()) {
      bytes *= size;
      if (bytes > MOST_BYTES) {
        return false;
      }
    }
    return bytes == entry.to() - entry.from();
  }

  static List<Integer> shape(ParameterBlock block) {
    return switch (block.axes().size()) {
      case 0 -> List.of();
      case 1 -> List.of(block.columns());
      default -> List.of(block.rows(), block.columns());
    };
  }

  private static StoredTensor packed(ParameterBlock block, Parameters parameters) {
    float[] values = new float[block.size()];
    for (int i = 0; i < block.rows(); i++) {
      int row = block.index(i, 0);
      System.arraycopy(parameters.values(), row, values, i * block.columns(), block.columns());
    }
    return new StoredTensor(block.name(), shape(block), values);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
