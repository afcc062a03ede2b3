package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Layer;
import harmonium.kernel.Objective;
import harmonium.kernel.Parameters;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training of models that are not binary units with a hidden layer. */
class WiderModelsTest {
  private final List<String> calls = new ArrayList<>();

  @Test
  void fingerprintsSeeNumbersAndInputs() {
    Frames numbers = Frames.real(2, 3);
    String before = Fingerprint.of(List.of(numbers));
    numbers.set(1, 2, 0.5f);
    String after = Fingerprint.of(List.of(numbers));
    Frames chord = new Frames(2, 12);
    String with = Fingerprint.of(List.of(numbers.with("chord", chord)));
    chord.set(0, 0, true);
    String other = Fingerprint.of(List.of(numbers.with("chord", chord)));
    String renamed = Fingerprint.of(List.of(numbers.with("cords", chord)));
    assertThat(List.of(before, after, with, other, renamed)).doesNotHaveDuplicates();
  }

  @Test
  void fingerprintsOfBinaryFramesStayWhatTheyAreInFiles() {
    Frames frames = new Frames(3, 70);
    frames.set(1, 69, true);
    assertThat(Fingerprint.of(List.of(frames)))
        .isEqualTo("pieces=1 steps=3 sha256=8d62eedba357b9db");
  }

  @Test
  void madeUpFramesAreOfTheLayersOfTheModel() {
    Layer voices = new Layer("v", 3 * 5, UnitType.SOFTMAX, 3);
    Layer motion = new Layer("motion", 2, UnitType.GAUSSIAN);
    Layer chord = new Layer("chord", 12, UnitType.BERNOULLI);
    Frames frames = MadeUp.sequence(model(voices, List.of(motion, chord)), 9);
    for (int step = 0; step < 9; step++) {
      for (int group = 0; group < 3; group++) {
        int on = 0;
        for (int unit = 0; unit < 5; unit++) {
          on += frames.get(step, 5 * group + unit) ? 1 : 0;
        }
        assertThat(on).isEqualTo(1);
      }
    }
    assertThat(frames.inputs().get("motion").isReal()).isTrue();
    assertThat(frames.inputs().get("chord").units()).isEqualTo(12);
    assertThat(MadeUp.sequence(model(motion, List.of()), 9).values()).contains(-1, 1);
  }

  @Test
  void madeUpFramesTakeEveryWayThroughBits() {
    int units = 150;
    Frames frames =
        MadeUp.sequence(model(new Layer("v", units, UnitType.BERNOULLI), List.of()), 20);
    List<String> ways = new ArrayList<>();
    for (int step = 0; step < 20; step++) {
      long[] words = Arrays.copyOfRange(frames.words(), 3 * step, 3 * step + 3);
      int on = Arrays.stream(words).mapToInt(Long::bitCount).sum();
      boolean first = words[0] != 0;
      boolean last = words[2] != 0;
      ways.add(
          on == 0 ? "none" : on > units / 4 ? "half" : first ? last ? "few" : "first" : "last");
    }
    assertThat(ways).contains("none", "few", "half", "first", "last");
  }

  @Test
  void noChainIsRunWhereTheLikelihoodIsExact() {
    Blueprint model = model(new Layer("v", 4, UnitType.BERNOULLI), List.of());
    Recipe recipe = Recipe.DEFAULT.with("epochs", "1");
    List<Frames> music = List.of(new Frames(5, 4));
    Kernel kernel = recording(Parameters.zeros(model));
    Trainer trainer = new Trainer(kernel, music, recipe, 1);
    trainer.validateOn(recording(kernel.parameters()), music);
    assertThat(trainer.run(1, new TrainingListener() {})).isEqualTo(Outcome.FINISHED);
    assertThat(calls).contains("recurrence", "monitor", "gradient").doesNotContain("gibbs");
  }

  @Test
  void decayLeavesWhatLeadsFromAnInputAlone() {
    Blueprint model =
        new Blueprint(
            "Plain",
            "plain.Plain",
            new Layer("v", 4, UnitType.GAUSSIAN),
            List.of(new Layer("h", 3, UnitType.BERNOULLI)),
            List.of(new Layer("chord", 12, UnitType.BERNOULLI)),
            Objective.FREE_ENERGY,
            new Blueprint.Layout()
                .add("W", List.of("v", "h"), 4, 3, 1)
                .add("Wch", List.of("chord", "h"), 12, 3, 1)
                .blocks(),
            List.of());
    Parameters parameters = Parameters.drawn(model, 1);
    Parameters before = parameters.copy();
    List<Frames> sequences = List.of(MadeUp.sequence(model, 9));
    new Trainer(recording(parameters), sequences, Recipe.DEFAULT.with("decay", "1"), 1)
        .run(1, new TrainingListener() {});
    assertThat(calls).contains("gibbs");
    assertThat(parameters.tensor("Wch").get(11, 2)).isEqualTo(before.tensor("Wch").get(11, 2));
    assertThat(parameters.tensor("W").get(3, 2)).isNotEqualTo(before.tensor("W").get(3, 2));
  }

  private static Blueprint model(Layer visible, List<Layer> inputs) {
    return new Blueprint(
        "Plain",
        "plain.Plain",
        visible,
        List.of(),
        inputs,
        Objective.LIKELIHOOD,
        new Blueprint.Layout().add("bv", List.of("v"), 1, visible.size(), 0).blocks(),
        List.of("energy = -(v @ bv)"));
  }

  private Kernel recording(Parameters parameters) {
    return (Kernel)
        Proxy.newProxyInstance(
            Kernel.class.getClassLoader(),
            new Class<?>[] {Kernel.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName());
              if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              return switch (method.getName()) {
                case "blueprint" -> parameters.blueprint();
                case "parameters" -> parameters;
                case "monitor" -> -1.0;
                default -> null;
              };
            });
  }
}
