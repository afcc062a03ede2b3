package harmonium.benchmarks.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {
  @Test
  void theyAreAsLinuxTellsThem(@TempDir Path folder) throws IOException {
    cache(folder.resolve("index0"), "1", "Data", "32K");
    cache(folder.resolve("index1"), "1", "Instruction", "64K");
    cache(folder.resolve("index2"), "2", "Unified", "2048K");
    cache(folder.resolve("index3"), "3", "Unified", "32768K");
    assertThat(Caches.in(folder)).isEqualTo(new Caches(32, 2_048));
  }

  @Test
  void whatIsNotToldIsAsIsCommon(@TempDir Path folder) throws IOException {
    assertThat(Caches.in(folder.resolve("none"))).isEqualTo(Caches.COMMON);
    cache(folder.resolve("index0"), "1", "Data", "unknown");
    Files.createDirectory(folder.resolve("index1"));
    assertThat(Caches.in(folder)).isEqualTo(Caches.COMMON);
  }

  private static void cache(Path folder, String level, String type, String size)
      throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("level"), level + "\n");
    Files.writeString(folder.resolve("type"), type + "\n");
    Files.writeString(folder.resolve("size"), size + "\n");
  }

  @Test
  void aMatrixLiesInTheFirstThatHoldsIt() {
    Caches caches = new Caches(32, 1_024);
    assertThat(caches.holding(32 << 10)).isEqualTo(Limit.L1);
    assertThat(caches.holding((32 << 10) + 4)).isEqualTo(Limit.L2);
    assertThat(caches.holding(1 << 20)).isEqualTo(Limit.L2);
    assertThat(caches.holding((1 << 20) + 4)).isEqualTo(Limit.L3);
  }
}
