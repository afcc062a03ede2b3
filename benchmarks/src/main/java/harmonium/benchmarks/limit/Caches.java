package harmonium.benchmarks.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The caches that a core has for itself.
 *
 * @param l1 KiB of the first level that holds numbers
 * @param l2 KiB of the second
 */
public record Caches(int l1, int l2) {
  /** Sizes that are common. */
  public static final Caches COMMON = new Caches(48, 1_024);

  private static final Path TOLD = Path.of("/sys/devices/system/cpu/cpu0/cache");

  /** Those of this machine, where Linux tells them; what it does not tell is as is common. */
  public static Caches here() {
    return in(TOLD);
  }

  /** As told by the files of a folder {@code index0}, {@code index1}, ... for each cache. */
  static Caches in(Path folder) {
    int l1 = COMMON.l1;
    int l2 = COMMON.l2;
    for (int i = 0; Files.isDirectory(folder.resolve("index" + i)); i++) {
      Path cache = folder.resolve("index" + i);
      String level = told(cache.resolve("level"));
      OptionalInt size = size(told(cache.resolve("size")));
      if (size.isPresent() && !told(cache.resolve("type")).equals("Instruction")) {
        l1 = level.equals("1") ? size.getAsInt() : l1;
        l2 = level.equals("2") ? size.getAsInt() : l2;
      }
    }
    return new Caches(l1, l2);
  }

  /** Of a size such as {@code 48K}. */
  private static OptionalInt size(String told) {
    return told.matches("[1-9][0-9]{0,6}K")
        ? OptionalInt.of(Integer.parseInt(told.substring(0, told.length() - 1)))
        : OptionalInt.empty();
  }

  private static String told(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** The level that holds a matrix of so many bytes. */
  Limit holding(double bytes) {
    double kib = bytes / 1_024;
    return kib <= l1 ? Limit.L1 : kib <= l2 ? Limit.L2 : Limit.L3;
  }
}
