package harmonium.processor;

import static harmonium.processor.Project.model;
import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many models of one build, wherever they stand, compile without a warning and are found. */
class ManyPlacesTest {
  @TempDir Path folder;

  @Test
  void modelsStandInAnyPackageAndWithinAnyType() throws Exception {
    Project project =
        new Project(folder)
            .write("Bare.java", model("@Model public interface Bare"))
            .write("zoo/Plain.java", model("@Model public interface Plain"))
            .write("zoo/apes/Plain.java", model("@Model interface Plain"))
            .write(
                "zoo/apes/Big.java",
                "@Model(sizes = @Size(of = \"h\", is = 20)) interface Big extends zoo.Plain {}")
            .write(
                "zoo/Cage.java",
                "public class Cage { "
                    + model("@Model public interface Inner")
                    + " public static class Deep { "
                    + model("@Model public interface Innermost")
                    + "} }")
            .write(
                "zoo/Point.java",
                "record Point(int x) { " + model("@Model interface InRecord") + "}")
            .write(
                "zoo/Colour.java",
                "enum Colour { RED; " + model("@Model(kernel = \"Paint\") interface InEnum") + "}")
            .write(
                "zoo/User.java",
                "class User { PlainKernel kernel = PlainKernel.create(1); Paint paint; }");
    assertThat(project.compile()).isEmpty();
    assertThat(project.list())
        .containsExactly(
            "BareKernel$Factory",
            "zoo.InRecordKernel$Factory",
            "zoo.InnerKernel$Factory",
            "zoo.InnermostKernel$Factory",
            "zoo.Paint$Factory",
            "zoo.PlainKernel$Factory",
            "zoo.apes.BigKernel$Factory",
            "zoo.apes.PlainKernel$Factory");
    assertThat(monitored(project.output()))
        .containsExactlyInAnyOrder(
            "Bare",
            "zoo.Point.InRecord",
            "zoo.Cage.Inner",
            "zoo.Cage.Deep.Innermost",
            "zoo.Colour.InEnum",
            "zoo.Plain",
            "zoo.apes.Big",
            "zoo.apes.Plain");
  }

  /** The models that are found in a folder and run. */
  private static List<String> monitored(Path classes) throws Exception {
    List<String> found = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      for (KernelFactory factory : ServiceLoader.load(KernelFactory.class, loader)) {
        Parameters parameters = Parameters.drawn(factory.blueprint(), 1);
        Kernel kernel = factory.create(parameters, Lanes.chosen(), Team.alone());
        assertThat(kernel.update(new Frames(4, 3), 0, 4, 1, 0.1f)).isNegative();
        assertThat(factory.explanation().orElseThrow()).contains("free_energy");
        found.add(factory.blueprint().type());
      }
    }
    return found;
  }
}
