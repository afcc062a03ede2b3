package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  @TempDir private Path folder;

  @Test
  void whatMadeAFileIsTold() throws IOException {
    Path model = folder.resolve("m.safetensors");
    assertThat(
            Cli.run(
                    "train",
                    Cli.tunes(folder, 2),
                    "--model",
                    "Rbm",
                    "--epochs",
                    1,
                    "--seed",
                    9,
                    "--out",
                    model)
                .code())
        .isZero();
    Cli cli = Cli.run("show", model);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .startsWith(model + System.lineSeparator())
        .containsPattern("(?m)^  model +Rbm$")
        .containsPattern("(?m)^  seed +9$")
        .containsPattern("(?m)^  recipe_optimizer +adam")
        .containsPattern("(?m)^  W +88 x 150 +0\\.\\d+ +-0\\.\\d+ \\.\\. 0\\.\\d+$");
  }

  @Test
  void whatIsNoModelIsAFault() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.safetensors"), "these are words");
    Cli cli = Cli.run("show", text);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.err()).startsWith("harmonium: " + text);
    assertThat(cli.err().lines()).hasSize(1);
  }
}
