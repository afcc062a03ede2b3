package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model and what is generated for it compile under every warning that javac has; {@link
 * ManyPlacesTest} holds that for many, {@link NamedModuleTest} for a module.
 */
class SilentCompileTest {
  private static final String BODY =
      """
       {
        @Visible(5) Units v();
        @Hidden(4) Units h();
        @Parameter({"v", "h"}) Tensor W();
        @Parameter("h") Tensor bh();
        @Energy("-(h @ bh) - (v @ W @ h)") Scalar energy();
      }
      """;

  @TempDir Path output;

  @Test
  void aModelWithinAClass() {
    assertThat(compile("class M { @Model interface Inner" + BODY + "}")).isEmpty();
  }

  @Test
  void aSealedModelThatPermitsItsKernel() {
    assertThat(compile("@Model sealed interface M permits MKernel" + BODY)).isEmpty();
  }

  @Test
  void aDeprecatedModel() {
    assertThat(
            compile(
                "/** @deprecated old */ @Deprecated(forRemoval = true) @Model public interface M"
                    + BODY))
        .isEmpty();
  }

  private String compile(String models) {
    return Javac.run(
        new HarmoniumProcessor(),
        "M.java",
        "package zoo; import harmonium.api.*;\n" + models,
        output,
        "--release",
        "25",
        "-Xlint:all",
        "-Werror");
  }
}
