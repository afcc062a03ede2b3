package harmonium.processor;

import static harmonium.processor.Project.model;
import static org.assertj.core.api.Assertions.assertThat;

import harmonium.processor.ir.Program;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of many models needs no more of our memory than one of a few. */
class ManyModelsTest {
  private static final int MODELS = 50;

  @TempDir Path folder;
  private final List<WeakReference<Object>> made = new ArrayList<>();
  private final List<Long> alive = new ArrayList<>();

  @Test
  void nothingIsKeptOfAModelThatIsDone() throws IOException {
    Project project = new Project(folder).options("-proc:only");
    for (int i = 0; i < MODELS; i++) {
      String name = "M" + (100 + i);
      project.write(
          "zoo/" + name + ".java",
          model("@Model(sizes = @Size(of = \"h\", is = %d)) interface %s".formatted(i + 2, name)));
    }
    assertThat(project.compile(new HarmoniumProcessor(this::compile))).isEmpty();
    assertThat(project.list()).hasSize(MODELS);
    // The last one may still be at hand, and its program.
    assertThat(alive).hasSize(MODELS / 10).allMatch(count -> count <= 4);
  }

  private Backend.Result compile(Program program) {
    Backend.Result result = Backend.compile(program);
    made.add(new WeakReference<>(program));
    made.add(new WeakReference<>(result));
    if (made.size() % 20 == 0) {
      System.gc();
      alive.add(made.stream().filter(thing -> thing.get() != null).count());
    }
    return result;
  }
}
