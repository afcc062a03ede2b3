package harmonium.train;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void itHasTrainedParametersOfItsOwnWhenItIsClosed() {
    AtomicReference<Parameters> own = new AtomicReference<>();
    KernelFactory factory =
        factory(parameters -> {
          own.set(parameters);
          return new PlainRbm(parameters);
        });
    try (WarmUp _ = WarmUp.of(factory, Recipe.DEFAULT)) {
      assertThat(factory.blueprint().visible().size()).isEqualTo(88);
    }
    assertThat(own.get().values()).isNotEqualTo(Parameters.drawn(factory.blueprint(), 0).values());
  }

  @Test
  void aModelThatFailsIsLeftToTheTraining() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      WarmUp.of(
              factory(parameters -> {
                throw new IllegalStateException("a fault of the model");
              }),
              Recipe.DEFAULT)
          .close();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("a fault of the model");
  }

  private interface Maker {
    Kernel of(Parameters parameters);
  }

  private static KernelFactory factory(Maker maker) {
    return new KernelFactory() {
      @Override
      public Blueprint blueprint() {
        return PlainRbm.blueprint(88, 4);
      }

      @Override
      public Kernel create(Parameters parameters, Lanes lanes, Team team) {
        return maker.of(parameters);
      }
    };
  }
}
