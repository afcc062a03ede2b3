package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SubcommandsTest {
  @Test
  void eachIsListedUnderItsName() {
    CommandLine all = Harmonium.commandLine(Subcommands.inOrder());
    for (String name : all.getSubcommands().keySet()) {
      assertThat(Subcommands.neededBy(name))
          .singleElement()
          .extracting(command -> command.getAnnotation(Command.class).name())
          .isEqualTo(name);
    }
    assertThat(Subcommands.neededBy("--verbose", "train"))
        .hasSameSizeAs(all.getSubcommands().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "-V",
        "train --help",
        "--verbose models",
        "models --version",
        "models --verbose",
        "compose --help train",
        "compose a train",
        "explain Rnn models",
        "explain RnnRmb",
        "show missing",
        "trian",
        "trian --help",
        "models --colour",
        "--",
      })
  void oneWithoutItsSiblingsAnswersAlike(String line) {
    Object[] words = line.split(" ");
    assertThat(Cli.run(words))
        .isEqualTo(Cli.run(Harmonium.commandLine(Subcommands.inOrder()), words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void theVersionIsTheSameWithAndWithoutTheParser(String option) throws Exception {
    Process process = Cli.process(option).start();
    String out = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    assertThat(out).isEqualTo(Cli.run(option).out());
  }
}
