package harmonium.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private final ModelRegistry registry = ModelRegistry.onClassPath();

  @Test
  void findsAModelByEitherName() {
    assertThat(registry.named("PlainRbm").blueprint().type()).isEqualTo("harmonium.train.PlainRbm");
    assertThat(registry.named("harmonium.train.PlainRbm").blueprint().name()).isEqualTo("PlainRbm");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearestAndTheList() {
    assertThatThrownBy(() -> registry.named("plainrbn"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no model 'plainrbn', did you mean PlainRbm? (there are: ")
        .hasMessageContaining("PlainRbm");
    assertThat(NearestName.of("raet", List.of("grid", "rate"))).hasValue("rate");
    assertThatThrownBy(() -> registry.named("Transformer"))
        .hasMessageStartingWith("no model 'Transformer' (there are: ");
  }

  @Test
  void whatHoldsNoModelIsNamed(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("a.jar"), "no jar");
    Path empty = folder.resolve("b.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(empty))) {
      zip.putNextEntry(new ZipEntry("readme"));
    }
    assertFault(text, "is no jar; give a jar");
    assertFault(empty, "holds no compiled model");
    assertFault(folder, "holds no compiled model");
    assertFault(folder.resolve("missing.jar"), "no such jar of models");
  }

  @Test
  void aListThatIsNoLongerTrueIsNamed(@TempDir Path folder) throws Exception {
    Path list = folder.resolve("META-INF/services/harmonium.kernel.KernelFactory");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "zoo.GoneKernel$Factory\n");
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, context)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThatThrownBy(ModelRegistry::onClassPath)
          .isInstanceOf(FileException.class)
          .hasMessageContaining("lists a model that cannot be loaded; build from clean: ")
          .hasMessageContaining("zoo.GoneKernel$Factory");
    } finally {
      Thread.currentThread().setContextClassLoader(context);
    }
  }

  private static void assertFault(Path jar, String fault) {
    assertThatThrownBy(() -> ModelRegistry.with(List.of(jar)))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(jar + ": " + fault);
  }
}
