package harmonium.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.store.FileException;
import harmonium.store.Safetensors;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest {
  @TempDir private Path folder;

  private static Job job(Sizes sizes) {
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (String name : Job.PARAMETERS) {
      float[] values = new float[sizes.length(name)];
      values[values.length - 1] = values.length;
      parameters.put(name, values);
    }
    float[] chunk = new float[3 * sizes.visible()];
    chunk[2] = 1;
    return new Job(
        sizes, 15, 0.5f, 7, 8, 9, parameters, List.of(chunk, new float[sizes.visible()]));
  }

  @Test
  void aFileHoldsAll() {
    Path file = folder.resolve("job");
    Job job = job(Sizes.named("x2"));
    job.write(file);
    Job read = Job.read(file);
    assertThat(read.sizes()).isEqualTo(job.sizes());
    assertThat(List.of(read.sweeps(), read.composed(), read.composingSweeps()))
        .containsExactly(15, 7, 8);
    assertThat(read.rate()).isEqualTo(0.5f);
    assertThat(read.seed()).isEqualTo(9);
    for (String name : Job.PARAMETERS) {
      assertThat(Arrays.equals(read.parameters().get(name), job.parameters().get(name)))
          .as(name)
          .isTrue();
    }
    assertThat(read.chunks()).hasSize(2);
    assertThat(read.chunks().getFirst()).isEqualTo(job.chunks().getFirst());
    assertThat(read.steps(0)).isEqualTo(3);
    assertThat(read.withSeed(4).seed()).isEqualTo(4);
  }

  @Test
  void whatDoesNotFitIsAFault() {
    Sizes sizes = Sizes.named("x1");
    Job job = job(Sizes.named("x2"));
    assertThatThrownBy(() -> new Job(sizes, 1, 1, 1, 1, 1, job.parameters(), List.of()))
        .hasMessageStartingWith("parameter W does not fit");
    assertThatThrownBy(() -> job.withChunks(List.of(new float[5])))
        .hasMessage("a chunk is no frames of 176");
    Path file = folder.resolve("other");
    Safetensors.write(file, List.of(), Map.of());
    assertThatThrownBy(() -> Job.read(file))
        .isInstanceOf(FileException.class)
        .hasMessageStartingWith(file + ": is no job of the benchmarks");
  }

  @Test
  void theModelsOfTheSizesAreThere() {
    for (Sizes sizes : Sizes.ALL) {
      assertThat(HarmoniumPeer.factory(sizes).blueprint().hiddenUnits()).isEqualTo(sizes.hidden());
      assertThat(HarmoniumPeer.factory(sizes).blueprint().visible().size())
          .isEqualTo(sizes.visible());
    }
  }
}
