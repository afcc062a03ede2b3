package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.api.Tensor;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static final Blueprint MODEL = PlainRbm.blueprint(12, 5);
  private static final Recipe SMALL =
      Recipe.TUTORIAL.with("chunk", "10").with("sweeps", "2").with("rate", "0.05");

  private final List<Frames> music = music(1, 7, 25, 10, 40);
  private final List<EpochReport> reports = new ArrayList<>();
  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void epochDone(EpochReport report) {
          reports.add(report);
        }
      };

  @Test
  void sameSeedSameBits() {
    Trainer once = trainer(SMALL, 5);
    Trainer again = trainer(SMALL, 5);
    Trainer other = trainer(SMALL, 6);
    once.run(2, listener);
    again.run(2, listener);
    other.run(2, listener);
    assertThat(values(once)).isEqualTo(values(again));
    assertThat(values(once)).isNotEqualTo(values(other));
  }

  @Test
  void itLearns() {
    trainer(SMALL, 5).run(20, listener);
    assertThat(reports.getLast().monitor()).isGreaterThan(reports.getFirst().monitor() + 1);
  }

  @Test
  void anEpochSeesEveryChunkOnceAndTheLastMayBeShort() {
    trainer(SMALL, 5).run(1, listener);
    EpochReport report = reports.getFirst();
    assertThat(report.epoch()).isEqualTo(1);
    assertThat(report.updates()).isEqualTo(1 + 3 + 1 + 4);
    assertThat(report.frames()).isEqualTo(7 + 25 + 10 + 40);
    assertThat(report.validMonitor()).isEmpty();
  }

  @Test
  void plainDescentByTheKernelIsThatByTheOptimizer() {
    Trainer fused = trainer(SMALL, 5);
    // A limit that is never reached takes the other path.
    Trainer apart = trainer(SMALL.with("clip", "1e30"), 5);
    fused.run(2, listener);
    apart.run(2, listener);
    assertThat(values(fused)).isEqualTo(values(apart));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "rmsprop", "adam"})
  void threeEpochsAndFourAreSeven(String optimizer) {
    Recipe recipe = SMALL.with("optimizer", optimizer).with("rate", "0.01");
    Trainer through = validated(trainer(recipe, 5));
    through.run(7, listener);
    Trainer first = validated(trainer(recipe, 5));
    first.run(3, listener);
    Trainer second = validated(trainer(recipe, 5));
    second.resume(first.snapshot(), first.best());
    second.run(4, listener);
    assertThat(values(second)).isEqualTo(values(through));
    assertThat(second.progress()).isEqualTo(through.progress());
    assertThat(second.best().orElseThrow().progress())
        .isEqualTo(through.best().orElseThrow().progress());
  }

  @Test
  void decayShrinksTheCouplingsAndNothingElse() {
    Parameters plain = afterOneUpdate(SMALL);
    Parameters shrunk = afterOneUpdate(SMALL.with("decay", "0.5"));
    Tensor couplings = plain.tensor("W");
    for (int v = 0; v < 12; v++) {
      for (int h = 0; h < 5; h++) {
        assertThat(shrunk.tensor("W").get(v, h)).isEqualTo(couplings.get(v, h) * 0.975f);
      }
    }
    for (String biases : List.of("bv", "bh")) {
      Tensor kept = plain.tensor(biases);
      for (int i = 0; i < kept.columns(); i++) {
        assertThat(shrunk.tensor(biases).get(0, i)).isEqualTo(kept.get(0, i));
      }
    }
  }

  @Test
  void anInterruptedEpochIsFinishedToTheSameBits() {
    Trainer through = trainer(SMALL, 5);
    through.run(2, listener);
    Trainer first = trainer(SMALL, 5);
    Outcome outcome =
        first.run(
            2,
            new TrainingListener() {
              @Override
              public void updated(Progress progress, int updatesOfEpoch) {
                if (progress.updates() == 13) {
                  first.stop();
                }
              }
            });
    assertThat(outcome).isEqualTo(Outcome.STOPPED);
    assertThat(first.progress().epoch()).isEqualTo(1);
    assertThat(first.progress().position()).isEqualTo(4);
    Trainer second = trainer(SMALL, 5);
    second.resume(first.snapshot(), first.best());
    reports.clear();
    second.run(1, listener);
    assertThat(values(second)).isEqualTo(values(through));
    assertThat(reports.getLast().frames()).isEqualTo(82);
  }

  @Test
  void validationDoesNotDisturbTheTraining() {
    Trainer alone = trainer(SMALL, 5);
    Trainer watched = validated(trainer(SMALL, 5));
    alone.run(3, listener);
    reports.clear();
    watched.run(3, listener);
    assertThat(values(watched)).isEqualTo(values(alone));
    assertThat(reports).allMatch(r -> r.validMonitor().isPresent());
  }

  @Test
  void theBestEpochIsKept() {
    // A rate at which the monitor goes up and down.
    Trainer trainer = validated(trainer(SMALL.with("rate", "3"), 5));
    trainer.run(12, listener);
    double best =
        reports.stream().mapToDouble(r -> r.validMonitor().orElseThrow()).max().orElseThrow();
    Snapshot kept = trainer.best().orElseThrow();
    assertThat(kept.validMonitor()).hasValue(best);
    EpochReport report = reports.get(kept.progress().epoch() - 1);
    assertThat(report.best()).isTrue();
    assertThat(report.validMonitor()).hasValue(best);
  }

  @Test
  void divergenceEndsItAndKeepsTheBest() {
    Trainer trainer = trainer(SMALL, 5);
    trainer.run(2, listener);
    trainer.snapshot();
    PlainRbm broken = kernel(5);
    Trainer second = new Trainer(broken, music, SMALL, 5);
    second.resume(trainer.snapshot(), trainer.best());
    broken.parameters().tensor("W").set(0, 0, Float.NaN);
    assertThat(second.run(1, listener)).isEqualTo(Outcome.DIVERGED);
    assertThat(second.best().orElseThrow().parameters().tensor("W").get(0, 0)).isFinite();
  }

  @Test
  void nothingToTrainOnIsRefused() {
    assertThatThrownBy(() -> new Trainer(kernel(5), List.of(), SMALL, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Trainer trainer(Recipe recipe, long seed) {
    return new Trainer(kernel(seed), music, recipe, seed);
  }

  private static Parameters afterOneUpdate(Recipe recipe) {
    Trainer trainer = new Trainer(kernel(5), music(1, 7), recipe, 5);
    trainer.run(1, new TrainingListener() {});
    return trainer.snapshot().parameters();
  }

  private static PlainRbm kernel(long seed) {
    return new PlainRbm(Parameters.drawn(MODEL, Trainer.parameterSeed(seed)));
  }

  private static Trainer validated(Trainer trainer) {
    trainer.validateOn(new PlainRbm(trainer.kernel().parameters()), music(2, 30, 12));
    return trainer;
  }

  private static float[] values(Trainer trainer) {
    return trainer.snapshot().parameters().values();
  }

  private static List<Frames> music(long seed, int... lengths) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Frames> music = new ArrayList<>();
    for (int length : lengths) {
      Frames frames = new Frames(length, 12);
      for (int t = 0; t < length; t++) {
        int root = random.nextInt(4);
        frames.set(t, root, true);
        frames.set(t, root + 4, true);
        frames.set(t, root + 7, true);
      }
      music.add(frames);
    }
    return music;
  }
}
