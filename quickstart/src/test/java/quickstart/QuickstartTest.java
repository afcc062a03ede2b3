package quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import harmonium.model.ModelFile;
import harmonium.model.ModelRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  @Test
  void modelsOfOnesOwnAreTrainedAndCompose(@TempDir Path folder) {
    Quickstart.main(new String[] {folder.toString()});
    ModelFile echo =
        ModelFile.read(folder.resolve("EchoRbm.safetensors"), ModelRegistry.onClassPath());
    assertEquals(88, echo.parameters().tensor("Wev").toArray().length / 88);
    assertTrue(Files.exists(folder.resolve("EchoRbm.mid")));
    assertTrue(Files.exists(folder.resolve("BigRnnRbm.mid")));
  }

  @Test
  void aVariantHasTheSizeThatItAsksFor() {
    assertEquals(300, BigRnnRbmKernel.create(1).h().size());
    assertEquals(100, BigRnnRbmKernel.create(1).u().size());
  }
}
