package harmonium.cli;

import harmonium.encode.Encoding;
import harmonium.encode.Harmony;
import harmonium.encode.VoiceUnits;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Layer;
import harmonium.model.ModelFile;
import harmonium.music.Corpus;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiReader;
import harmonium.music.MidiWriter;
import harmonium.music.Performance;
import harmonium.music.PianoRoll;
import harmonium.music.Piece;
import harmonium.numbers.NumberFile;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Music, as the model takes it: keys or voices, and chords beside them.
 *
 * @param chords the inputs of the model that are chords; mostly none
 */
record Music(Blueprint model, Encoding encoding, List<Layer> chords) implements Medium {
  /** Metadata key: the lowest and the highest key of the model, as {@code 21..108}. */
  static final String KEYS = "keys";

  /** The keys of a new model: those of the piano, or as many from the lowest that MIDI knows. */
  static Music of(Blueprint model, List<Layer> chords) {
    int size = Encoding.keys(model.visible());
    if (size < 1 || size > KeyRange.HIGHEST + 1) {
      throw new FileException(
          model.type(),
          "its visible layer has units for " + size + " keys; music has 1 to 128 keys");
    }
    if (size == KeyRange.PIANO.size()) {
      return of(model, KeyRange.PIANO, chords);
    }
    int low = Math.min(KeyRange.PIANO.low(), KeyRange.HIGHEST + 1 - size);
    return of(model, new KeyRange(low, low + size - 1), chords);
  }

  private static Music of(Blueprint model, KeyRange keys, List<Layer> chords) {
    return new Music(model, Encoding.of(model.visible(), keys), chords);
  }

  /** The keys of a trained model. */
  static Music of(ModelFile file, List<Layer> chords) {
    String[] ends = file.word(KEYS).split("\\.\\.", -1);
    KeyRange keys;
    try {
      keys = new KeyRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new FileException(
          file.file(), "its metadata 'keys' are no range of keys: " + file.word(KEYS), e);
    }
    try {
      return of(file.parameters().blueprint(), keys, chords);
    } catch (IllegalArgumentException e) {
      throw new FileException(file.file(), "its metadata 'keys' do not fit its visible layer", e);
    }
  }

  @Override
  public Sequences read(Path data, Optional<Path> valid, Grid grid, PrintWriter err) {
    Corpus corpus = corpus(data, grid, err);
    if (corpus.train().isEmpty()) {
      throw new FileException(data.toString(), "holds no music to train on, only valid/ or test/");
    }
    List<Piece> held = corpus.valid();
    if (valid.isPresent()) {
      Corpus other = corpus(valid.get(), grid, err);
      held = other.valid().isEmpty() ? other.all() : other.valid();
    }
    return new Sequences(
        frames(corpus.train()), frames(held), Map.of(KEYS, encoding.keys().toString()));
  }

  private Corpus corpus(Path data, Grid grid, PrintWriter err) {
    checkMusic(data);
    return MusicFiles.read(data, grid, this::lost, encoding.keys(), err);
  }

  private void checkMusic(Path file) {
    if (NumberFile.isTable(file.toString())) {
      throw new FileException(
          file.toString(),
          "holds numbers, and " + model.name() + " takes music: MIDI, rolls as text or tunes");
    }
  }

  /** What the model has no voices for, in words; mostly nothing. */
  private List<String> lost(List<PianoRoll> rolls) {
    if (encoding instanceof VoiceUnits units) {
      long lost = rolls.stream().mapToLong(units::lost).sum();
      String voices = Counted.of(units.voices(), "voice");
      return lost == 0 ? List.of() : List.of(Counted.of(lost, "note") + " beyond " + voices);
    }
    return List.of();
  }

  /** The frames of some pieces, with their chords if the model is given such. */
  List<Frames> frames(List<Piece> pieces) {
    return pieces.stream().map(piece -> frames(piece.roll())).toList();
  }

  private Frames frames(PianoRoll roll) {
    Frames frames = encoding.frames(roll);
    for (Layer input : chords) {
      frames = frames.with(input.name(), Harmony.of(roll));
    }
    return frames;
  }

  @Override
  public String noun() {
    return "music";
  }

  @Override
  public String sequence() {
    return "piece";
  }

  @Override
  public Beginning beginning(
      Optional<Path> prime, ChordOptions options, int steps, Grid grid, PrintWriter err) {
    options.checkTakenBy(model, chords);
    PianoRoll roll =
        prime
            .map(file -> beginning(file, grid, err))
            .orElseGet(() -> PianoRoll.silent(encoding.keys(), 0));
    if (chords.isEmpty()) {
      return new Beginning(encoding.frames(roll), Map.of());
    }
    Frames harmony = Harmony.joined(Harmony.of(roll), options.frames(steps, grid, err));
    Map<String, Frames> given = new HashMap<>();
    chords.forEach(input -> given.put(input.name(), harmony));
    return new Beginning(encoding.frames(roll), given);
  }

  private PianoRoll beginning(Path prime, Grid grid, PrintWriter err) {
    checkMusic(prime);
    Performance performance = new MidiReader().read(prime);
    performance.defects().forEach(d -> err.println("harmonium: " + prime + ": " + d));
    PianoRoll roll = PianoRoll.of(performance, grid, encoding.keys());
    List<String> left =
        MusicFiles.leftOut(
            performance.outside(encoding.keys()), encoding.keys(), performance.unclosed());
    left.addAll(lost(List.of(roll)));
    MusicFiles.tellLeftOut(prime, left, err);
    if (roll.sounding() == 0) {
      throw new FileException(
          prime.toString(), "holds no note for steps of " + grid + "; prime with another file");
    }
    return roll;
  }

  @Override
  public Path usualOut() {
    return Path.of("composed.mid");
  }

  @Override
  public void checkOut(CommandSpec spec, Path out) {
    Outputs.checkEnding(spec, model.name() + " makes MIDI", out, List.of(".mid", ".midi"));
  }

  @Override
  public String write(Path out, Frames piece, Grid grid) {
    PianoRoll roll = encoding.roll(piece);
    new MidiWriter(grid).write(out, roll);
    return Counted.of(roll.steps(), "step")
        + " of "
        + grid
        + ", "
        + Counted.of(roll.notes(), "note");
  }
}
