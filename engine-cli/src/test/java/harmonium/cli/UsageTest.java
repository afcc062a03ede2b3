package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "train", "compose", "roll", "curve", "models", "explain", "show", "bench"})
  void everyCommandHelpsWithExamples(String command) {
    Cli cli = Cli.run(command, "--help");
    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains("Usage: harmonium " + command)
        .contains("Examples:")
        .contains("  harmonium " + command + " ")
        .contains("--verbose");
    assertThat(cli.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void theVersionIsTold() {
    Cli cli = Cli.run("--version");
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).startsWith("harmonium ");
  }

  @Test
  void noCommandIsAUsageFault() {
    assertUsage(Cli.run(), "no command is given");
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearest() {
    for (Cli cli : List.of(Cli.run("trian"), Cli.run("trian", "--help"))) {
      assertUsage(cli, "no command 'trian', did you mean train? (there are: ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "train                        | DATA",
        "train t --epochs 0           | --epochs is at least 1, not 0",
        "train t --epochs -3          | --epochs is at least 1, not -3",
        "train t --epochs x           | --epochs is a whole number within 1..2147483647, not 'x'",
        "train t --epochs 9999999999  | --epochs is a whole number within 1..2147483647, not '99",
        "train t --seed 1.5           | --seed is a whole number within -2^63..2^63-1, not '1.5'",
        "train t --threads 0          | --threads is within 1..256, not 0",
        "train t --threads 257        | --threads is within 1..256, not 257",
        "train t --recipe tutorail    | no recipe 'tutorail', did you mean tutorial?",
        "train t --model RnnRmb       | no model 'RnnRmb', did you mean RnnRbm?",
        "train t --set rate=-1        | --set rate=-1: rate is positive and finite, not -1.0",
        "train t --set rate=fast      | --set rate=fast: rate is a positive number, not fast",
        "train t --set chunk=0.5      | chunk is a whole number of at least 1, not 0.5",
        "train t --set raet=1         | no setting 'raet', did you mean rate?",
        "train t --set rate           | --set is KEY=VALUE, the keys being grid, chunk, ",
        "train t --out t              | --out and DATA are both t; name two files",
        "train t --log t              | --log and DATA are both t; name two files",
        "train t --out v --valid v    | --out and --valid are both v",
        "train t --log v --valid v    | --log and --valid are both v",
        "compose m -o p.mid --prime p.mid | -o and --prime are both p.mid",
        "train t --seed 1 --resume f  | come from the file with --resume",
        "compose                      | MODELFILE",
        "compose m --steps 0          | --steps is within 1..1000000, not 0",
        "compose m --steps 1000001    | --steps is within 1..1000000, not 1000001",
        "compose m --gibbs 0          | --gibbs is at least 1, not 0",
        "compose m --temperature 0    | --temperature is within 0.001..1000.0, not 0.0",
        "compose m --temperature warm | --temperature is a number within 0.001..1000.0, not 'warm'",
        "compose m -o a.wav           | let a.wav end in .mid or .midi or .csv instead",
        "compose m --chords H7        | --chords: 'H7' is no chord symbol; write some as 'C Am F G7'",
        "compose m --chords ,         | --chords: ',' is no chord symbol",
        "train t --input wind         | --input is NAME=FILE, not 'wind'",
        "compose m --chord-steps 0    | --chord-steps is within 1..1000000, not 0",
        "compose m --chord-steps x    | --chord-steps is a whole number within 1..1000000, not 'x'",
        "compose m --temperature NaN  | --temperature is within 0.001..1000.0, not NaN",
        "roll                         | IN",
        "roll a.mid -o a.pgn          | -o a.pgn: no ending '.pgn', did you mean .png?",
        "roll a.mid -o a.xyz          | (there are: .mid, .midi, .txt, .txt.gz, .png, .svg, .wav)",
        "roll a.mid -o a              | -o a: has no ending that tells its kind",
        "roll a.png                   | IN a.png: no ending '.png' (there are: .mid, ",
        "roll a.mid -o ./a.mid        | -o and IN are both ./a.mid",
        "roll a.mid --grid fast       | --grid: no grid: fast; write 0.3s or 4/quarter",
        "roll a.mid --tempo 3         | --tempo is within 4..600, not 3.0",
        "roll a.mid --tempo 90 --grid 1s | --tempo goes with a grid of quarters; 1s is time",
        "roll a.mid --piece 0         | --piece is at least 1, not 0",
        "curve                        | LOG.csv",
        "curve a.csv -o a.mid         | -o a.mid: no ending '.mid' (there are: .png, .svg)",
        "curve a.svg -o a.svg         | -o and LOG.csv are both a.svg; name two files",
        "bench --rounds 1             | --rounds is within 2..1000, not 1",
        "bench --rounds many          | --rounds is a whole number within 2..1000, not 'many'",
        "bench --threads 0            | --threads is within 1..256, not 0",
        "bench --sizes x3             | --sizes is a list such as x1,x8, not x3",
        "bench --tolerance -1         | --tolerance is within 0..1000, not -1.0",
        "bench --tolerance little     | --tolerance is a number within 0..1000, not 'little'",
        "bench --full --table r.json  | --table measures nothing; leave --full out",
        "bench --out r --against ./r  | --out and --against are both r; name two files",
        "bench --out r --table r      | --out and --table are both r; name two files",
        "models --colour              | '--colour'",
        "nothing --help               | no command 'nothing' (there are: ",
        "trian --version              | 'trian'",
      })
  void wrongUsageIsOneLineAndTheUsage(String line, String expected) {
    assertUsage(Cli.run((Object[]) line.split(" +")), expected);
  }

  @Test
  void anUnknownModelIsAnsweredWithTheList() throws Exception {
    Path tunes = Cli.tunes(folder, 1);
    assertUsage(Cli.run("train", tunes, "--model", "Transformer"), "no model 'Transformer'");
  }

  @Test
  void filesThatAreNotThereAreFaultsOfOneLine() {
    Path missing = folder.resolve("missing");
    assertFault(Cli.run("compose", missing), missing + ": no such file or folder");
    assertFault(Cli.run("models", "--models", missing), missing + ": no such jar of models");
    assertFault(Cli.run("roll", missing + ".mid"), missing + ".mid: no such file");
    assertFault(Cli.run("train", folder, "--resume", missing), missing + ": no such file");
  }

  @Test
  void theTraceIsShownOnDemandOnly() {
    Path missing = folder.resolve("missing");
    assertThat(Cli.run("compose", missing).err().lines()).hasSize(1);
    assertThat(Cli.run("compose", missing, "--verbose").err()).contains("\tat harmonium.");
    assertThat(Cli.run("--verbose", "compose", missing).err()).contains("\tat harmonium.");
  }

  private static void assertUsage(Cli cli, String expected) {
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err().lines().findFirst().orElseThrow())
        .startsWith("harmonium: ")
        .contains(expected);
    assertThat(cli.err()).contains("Usage: harmonium").doesNotContain("\tat ");
  }

  private static void assertFault(Cli cli, String expected) {
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("harmonium: ").contains(expected);
    assertThat(cli.err().lines()).hasSize(1);
  }
}
