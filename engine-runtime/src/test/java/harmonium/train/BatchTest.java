package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import harmonium.kernel.Chunk;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  private static final ModelRegistry MODELS = ModelRegistry.onClassPath();

  /** 8 chunks of at most 10 steps, of which 3 are shorter. */
  private static final int[] LENGTHS = {7, 25, 12, 20};

  private static final Recipe SMALL =
      Recipe.DEFAULT.with("chunk", "10").with("sweeps", "2").with("rate", "0.01");

  private final List<EpochReport> reports = new ArrayList<>();
  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void epochDone(EpochReport report) {
          reports.add(report);
        }
      };

  @ParameterizedTest
  @CsvSource({
    "PlainRbm, 1",
    "PlainRbm, 2",
    "PlainRbm, 5",
    "PlainRbm, 80",
    "RnnRbm, 1",
    "RnnRbm, 2",
    "RnnRbm, 5",
    "Rnn, 5",
    "Rnn, 8",
    "LstmRbm, 8"
  })
  void anyNumberOfThreadsGivesTheSameBits(String model, int batch) {
    for (String optimizer : List.of("sgd", "adam")) {
      Recipe recipe = SMALL.with("batch", batch + "").with("optimizer", optimizer);
      reports.clear();
      float[] one = trained(model, recipe, 1);
      float[] two = trained(model, recipe, 2);
      float[] three = trained(model, recipe, 3);
      assertThat(two).isEqualTo(one);
      assertThat(three).isEqualTo(one);
      List<EpochReport> first = withoutSeconds(reports.subList(0, 2));
      assertThat(withoutSeconds(reports.subList(2, 4))).isEqualTo(first);
      assertThat(withoutSeconds(reports.subList(4, 6))).isEqualTo(first);
      assertThat(first.getFirst().updates()).isEqualTo(Math.ceilDiv(8, batch));
      assertThat(first.getFirst().frames()).isEqualTo(64);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PlainRbm", "RnnRbm", "Lstm"})
  void oneKernelDoesTheSameAsACrew(String model) {
    KernelFactory factory = MODELS.named(model);
    Parameters parameters = Parameters.drawn(factory.blueprint(), 3);
    Recipe recipe = SMALL.with("batch", "5");
    try (Team team = Team.of(2)) {
      Trainer alone =
          new Trainer(factory.create(parameters, Lanes.chosen(), team), music(LENGTHS), recipe, 3);
      alone.validateOn(factory.create(parameters, Lanes.chosen(), team), music(30, 12));
      alone.run(2, listener);
    }
    assertThat(parameters.values()).isEqualTo(trained(model, recipe, 2));
    assertThat(withoutSeconds(reports.subList(0, 2)))
        .isEqualTo(withoutSeconds(reports.subList(2, 4)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 70})
  void anUpdateGoesDownTheMeanOfTheGradientsOfItsChunks(int chunks) {
    int[] lengths = new int[chunks];
    Arrays.setAll(lengths, i -> 1 + i % 7);
    List<Frames> music = music(lengths);
    Recipe recipe =
        SMALL
            .with("batch", chunks + "")
            .with("shuffle", "false")
            .with("optimizer", "sgd")
            .with("decay", "0");
    KernelFactory factory = MODELS.named("PlainRbm");
    Parameters parameters = Parameters.drawn(factory.blueprint(), 3);
    float[] sum = new float[parameters.values().length];
    Kernel kernel = factory.create(parameters.copy(), Lanes.SCALAR, Team.alone());
    kernel.seed(Streams.CHAINS.seed(3));
    for (Frames sequence : music) {
      kernel.recurrence(sequence, 0, sequence.steps());
      kernel.gibbs(2);
      float[] gradient = new float[sum.length];
      kernel.gradient(gradient);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradient[i];
      }
    }
    float[] expected = parameters.values().clone();
    for (int i = 0; i < sum.length; i++) {
      expected[i] -= 0.01f * (sum[i] * (1f / chunks));
    }
    try (Team team = Team.of(3)) {
      Crew crew = Crew.of(factory, parameters, Lanes.SCALAR, team);
      Trainer trainer = new Trainer(crew, music, recipe.with("schedule", "constant"), 3);
      trainer.run(1, listener);
      assertThat(trainer.progress().updates()).isEqualTo(1);
    }
    assertThat(parameters.values()).isEqualTo(expected);
  }

  @Test
  void theMonitorOfAnEpochCountsEachChunkOnce() {
    // Steps too small to change anything: the monitors are those of the same parameters.
    Recipe still = SMALL.with("rate", "1e-30").with("optimizer", "sgd").with("decay", "0");
    trained("PlainRbm", still, 1);
    double expected = reports.getFirst().monitor();
    for (int batch : new int[] {2, 5, 7}) {
      reports.clear();
      trained("PlainRbm", still.with("batch", batch + ""), 1);
      assertThat(reports.getFirst().monitor()).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void aBatchBringsOtherUpdates() {
    assertThat(trained("PlainRbm", SMALL.with("batch", "2"), 2))
        .isNotEqualTo(trained("PlainRbm", SMALL, 2));
  }

  @Test
  void aCrewDoesEveryNumberOnceAndWithOneKernelForEachThread() {
    KernelFactory factory = MODELS.named("PlainRbm");
    Parameters parameters = Parameters.zeros(factory.blueprint());
    try (Team team = Team.of(3)) {
      Crew crew = Crew.of(factory, parameters, Lanes.SCALAR, team);
      for (int count = 0; count < 20; count++) {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        Set<Kernel> kernels = ConcurrentHashMap.newKeySet();
        crew.each(
            chunks(count),
            (kernel, numbers) -> {
              kernels.add(kernel);
              IntStream.of(numbers).forEach(done::add);
            });
        assertThat(done)
            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, count).boxed().toList());
        assertThat(kernels.size()).isLessThanOrEqualTo(4);
      }
    }
  }

  @Test
  void aKernelIsGivenAsManyChunksAsItLikesIfThatLeavesSomeForEachThread() {
    KernelFactory factory = MODELS.named("Lstm");
    Parameters parameters = Parameters.zeros(factory.blueprint());
    try (Team team = Team.of(2)) {
      Crew crew = Crew.of(factory, parameters, Lanes.BITS_256, team);
      int likes = crew.together().abreast();
      assertThat(likes).isEqualTo(4);
      Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
      crew.each(chunks(2 * likes + 1), (kernel, numbers) -> sizes.add(numbers.length));
      assertThat(sizes).containsExactlyInAnyOrder(likes, likes, 1);
      sizes.clear();
      crew.each(chunks(3 * likes), (kernel, numbers) -> sizes.add(numbers.length));
      assertThat(sizes).containsExactlyInAnyOrder(likes, likes, 1, 1, 1, 1);
      sizes.clear();
      crew.each(chunks(2), (kernel, numbers) -> sizes.add(numbers.length));
      assertThat(sizes).containsExactly(1, 1);
    }
  }

  private static List<Chunk> chunks(int count) {
    return Chunks.cut(List.of(new Frames(Math.max(count, 1), 88)), 1).subList(0, count);
  }

  @Test
  void aFaultIsThatOfOneThread() {
    KernelFactory factory = MODELS.named("PlainRbm");
    Parameters parameters = Parameters.zeros(factory.blueprint());
    try (Team team = Team.of(2)) {
      Crew crew = Crew.of(factory, parameters, Lanes.SCALAR, team);
      for (int failing : new int[] {0, 3, 4}) {
        assertThatThrownBy(() ->
                crew.each(
                    chunks(5),
                    (kernel, numbers) -> {
                      if (IntStream.of(numbers).anyMatch(number -> number == failing)) {
                        throw new IllegalArgumentException("chunk " + failing);
                      }
                    }))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("chunk " + failing);
      }
    }
  }

  /** The parameters after two epochs with validation, all by the same seed. */
  private float[] trained(String model, Recipe recipe, int threads) {
    KernelFactory factory = MODELS.named(model);
    Parameters parameters = Parameters.drawn(factory.blueprint(), 3);
    try (Team team = Team.of(threads)) {
      Crew crew = Crew.of(factory, parameters, Lanes.chosen(), team);
      Trainer trainer = new Trainer(crew, music(LENGTHS), recipe, 3);
      trainer.validateOn(Crew.of(factory, parameters, Lanes.chosen(), team), music(30, 12));
      assertThat(trainer.run(2, listener)).isEqualTo(Outcome.FINISHED);
    }
    return parameters.values();
  }

  private static List<EpochReport> withoutSeconds(List<EpochReport> reports) {
    return reports.stream()
        .map(r ->
            new EpochReport(
                r.epoch(),
                r.updates(),
                r.frames(),
                0,
                r.monitor(),
                r.validMonitor(),
                r.rate(),
                r.best()))
        .toList();
  }

  private static List<Frames> music(int... lengths) {
    SplittableRandom random = new SplittableRandom(1);
    List<Frames> music = new ArrayList<>();
    for (int length : lengths) {
      Frames frames = new Frames(length, 88);
      for (int t = 0; t < length; t++) {
        int root = 40 + random.nextInt(12);
        frames.set(t, root, true);
        frames.set(t, root + 4, true);
        frames.set(t, root + 7, true);
      }
      music.add(frames);
    }
    return music;
  }
}
