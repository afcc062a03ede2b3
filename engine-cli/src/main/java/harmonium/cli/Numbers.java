package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.model.ModelFile;
import harmonium.music.Grid;
import harmonium.numbers.NumberCorpus;
import harmonium.numbers.NumberFile;
import harmonium.numbers.Standard;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Numbers, as the model takes them.
 *
 * @param head the names of the columns in the training so far; empty if they have none
 * @param earlier the standard of the training so far; a new model takes that of its data
 */
record Numbers(Blueprint model, Optional<Standard> earlier, String head) implements Medium {
  /** Metadata key: the names of the columns, as a line of comma-separated values. */
  private static final String COLUMNS = "columns";

  static Numbers of(Blueprint model) {
    return new Numbers(model, Optional.empty(), "");
  }

  static Numbers of(ModelFile file) {
    Numbers fresh = of(file.parameters().blueprint());
    try {
      Standard standard = Standard.of(file.metadata(), fresh.model.visible().size());
      // The file is from anywhere, and its words go into one line of another.
      String head = file.metadata().getOrDefault(COLUMNS, "").replaceAll("\\p{Cntrl}", " ");
      return new Numbers(fresh.model, Optional.of(standard), head);
    } catch (IllegalArgumentException e) {
      throw new FileException(file.file(), e.getMessage(), e);
    }
  }

  @Override
  public Sequences read(Path data, Optional<Path> valid, Grid grid, PrintWriter err) {
    NumberCorpus corpus = corpus(data, err);
    if (corpus.train().isEmpty()) {
      throw new FileException(
          data.toString(), "holds no numbers to train on, only valid/ or test/");
    }
    List<Frames> held = corpus.valid();
    if (valid.isPresent()) {
      NumberCorpus other = corpus(valid.get(), err);
      held = other.valid().isEmpty() ? other.all() : other.valid();
    }
    Standard standard = earlier.orElseGet(() -> Standard.of(corpus.train()));
    return new Sequences(
        corpus.train().stream().map(standard::applied).toList(),
        held.stream().map(standard::applied).toList(),
        words(standard, head.isEmpty() ? corpus.head() : head));
  }

  private static Map<String, String> words(Standard standard, String head) {
    Map<String, String> words = new HashMap<>(standard.words());
    if (!head.isEmpty()) {
      words.put(COLUMNS, head);
    }
    return words;
  }

  private NumberCorpus corpus(Path data, PrintWriter err) {
    if (Files.isRegularFile(data)) {
      checkTable(data);
    }
    return NumberCorpus.read(
        data, model.visible().size(), line -> err.println("harmonium: " + line));
  }

  private void checkTable(Path file) {
    if (!NumberFile.isTable(file.toString())) {
      throw new FileException(
          file.toString(),
          "is no table of numbers, which "
              + model.name()
              + " takes; give a .csv file, or a folder of such");
    }
  }

  @Override
  public String noun() {
    return "numbers";
  }

  @Override
  public String sequence() {
    return "sequence";
  }

  @Override
  public Beginning beginning(
      Optional<Path> prime, ChordOptions chords, int steps, Grid grid, PrintWriter err) {
    chords.checkTakenBy(model, List.of());
    Frames none = Frames.real(0, model.visible().size());
    return new Beginning(prime.map(file -> beginning(file, err)).orElse(none), Map.of());
  }

  private Frames beginning(Path prime, PrintWriter err) {
    checkTable(prime);
    List<Frames> sequences = NumberFile.read(prime, model.visible().size()).sequences();
    if (sequences.isEmpty()) {
      throw new FileException(prime.toString(), "holds no line of numbers");
    }
    if (sequences.size() > 1) {
      err.println(
          "harmonium: " + prime + ": the first of its " + sequences.size() + " sequences is taken");
      err.flush();
    }
    return earlier.orElseThrow().applied(sequences.getFirst());
  }

  @Override
  public Path usualOut() {
    return Path.of("composed.csv");
  }

  @Override
  public void checkOut(CommandSpec spec, Path out) {
    Outputs.checkEnding(spec, model.name() + " makes numbers", out, List.of(".csv"));
  }

  @Override
  public String write(Path out, Frames piece, Grid grid) {
    Standard standard = earlier.orElseThrow();
    NumberFile.write(out, head, standard.undone(piece), standard::decimals);
    return Counted.of(piece.steps(), "step") + " of " + Counted.of(piece.units(), "number");
  }
}
