package harmonium.cli;

import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.Objective;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Models of all kinds of units whose kernels learn nothing and compose something that can be
 * foreseen: real units are 0 and then 1, the first voice sings its lowest key.
 */
final class PlainModels {
  /** What the kernels were given to train on and, last, to compose. */
  static final List<Frames> SEEN = new ArrayList<>();

  private PlainModels() {}

  /** A folder for {@code --models}. */
  static Path folder(Path parent) throws IOException {
    Path folder = parent.resolve("models");
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(
        services.resolve(KernelFactory.class.getName()),
        List.of(
            Reals.class.getName(),
            Voices.class.getName(),
            Given.class.getName(),
            Odd.class.getName()));
    SEEN.clear();
    return folder;
  }

  /** Two real units. */
  public static final class Reals extends Plain {
    public Reals() {
      super("PlainReals", new Layer("v", 2, UnitType.GAUSSIAN), List.of());
    }
  }

  /** Two voices of the keys of the piano. */
  public static final class Voices extends Plain {
    public Voices() {
      super("PlainVoices", new Layer("v", 2 * 89, UnitType.SOFTMAX, 2), List.of());
    }
  }

  /** Keys, with chords given. */
  public static final class Given extends Plain {
    public Given() {
      super(
          "PlainGiven",
          new Layer("v", 88, UnitType.BERNOULLI),
          List.of(new Layer("chord", 12, UnitType.BERNOULLI)));
    }
  }

  /** Keys, with something given that is no chord. */
  public static final class Odd extends Plain {
    public Odd() {
      super(
          "PlainOdd",
          new Layer("v", 88, UnitType.BERNOULLI),
          List.of(new Layer("wind", 5, UnitType.BERNOULLI)));
    }
  }

  abstract static class Plain implements KernelFactory {
    private final Blueprint blueprint;

    Plain(String name, Layer visible, List<Layer> inputs) {
      blueprint =
          new Blueprint(
              name,
              "plain." + name,
              visible,
              List.of(),
              inputs,
              Objective.LIKELIHOOD,
              new Blueprint.Layout().add("bv", List.of("v"), 1, visible.size(), 0).blocks(),
              List.of("energy = -(v @ bv)"));
    }

    @Override
    public Blueprint blueprint() {
      return blueprint;
    }

    @Override
    public Kernel create(Parameters parameters, Lanes lanes, Team team) {
      return (Kernel)
          Proxy.newProxyInstance(
              Kernel.class.getClassLoader(),
              new Class<?>[] {Kernel.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "blueprint" -> blueprint;
                    case "parameters" -> parameters;
                    case "monitor" -> -1.0;
                    case "recurrence", "generate" -> {
                      SEEN.add((Frames) arguments[0]);
                      if (method.getName().equals("generate")) {
                        generate((Frames) arguments[0], (int) arguments[1]);
                      }
                      yield null;
                    }
                    default ->
                        method.isDefault()
                            ? InvocationHandler.invokeDefault(proxy, method, arguments)
                            : null;
                  });
    }

    private static void generate(Frames piece, int from) {
      for (int step = from; step < piece.steps(); step++) {
        if (piece.isReal()) {
          piece.set(step, 1, (float) (step - from));
        } else {
          piece.set(step, 1, true);
        }
      }
    }
  }
}
