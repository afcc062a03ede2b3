package quickstart;

import harmonium.compose.Composer;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.model.ModelRegistry;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.MidiWriter;
import harmonium.music.PianoRoll;
import harmonium.train.Checkpoint;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trains a model of one's own, composes with it, and calls a kernel method by method. */
public final class Quickstart {
  private Quickstart() {}

  /** Takes the folder to write to. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    for (String model : List.of("EchoRbm", "BigRnnRbm")) {
      trainAndCompose(model, folder);
    }
    callByCall();
  }

  /** What the command does in train and compose. */
  static void trainAndCompose(String model, Path folder) {
    try (Team team = Team.of(2)) {
      var factory = ModelRegistry.onClassPath().named(model);
      Kernel kernel =
          factory.create(Parameters.drawn(factory.blueprint(), 7), Lanes.chosen(), team);

      Trainer trainer = new Trainer(kernel, tunes(), Recipe.DEFAULT.with("rate", "0.01"), 7);
      trainer.run(20, new TrainingListener() {});
      Checkpoint.of(trainer)
          .write(folder.resolve(model + ".safetensors"), Map.of("keys", "21..108"));

      Frames piece = new Composer(25, 1, 7).compose(kernel, new Frames(0, 88), 64);
      PianoRoll roll = new PianoRoll(KeyRange.PIANO, piece);
      new MidiWriter(new Grid.Beats(2)).write(folder.resolve(model + ".mid"), roll);
      System.out.printf(
          "%s: monitor %.2f, %d steps composed, %d notes%n",
          model, trainer.best().orElseThrow().monitor(), piece.steps(), roll.notes());
    }
  }

  /** The methods of a generated kernel, one by one. */
  static void callByCall() {
    Frames tune = tunes().getFirst();
    EchoRbmKernel kernel = EchoRbmKernel.create(7); // start values drawn from seed 7
    for (int update = 0; update < 300; update++) {
      kernel.update(tune, 0, tune.steps(), 15, 0.05f); // one update of CD-15, rate 0.05
    }

    kernel.recurrence(tune, 0, tune.steps()); // loads a sequence, evaluates every equation
    System.out.println("bias of middle C at step 9: " + kernel.value("bv_t").get(9, 39));
    kernel.gibbs(15); // 15 sweeps of one chain for each step
    System.out.println("keys after the chain at step 9: " + kernel.sampled().count(9));
    float[] freeEnergy = new float[tune.steps()];
    kernel.freeEnergy(freeEnergy); // F(v_t) in nats
    float[] hidden = new float[tune.steps() * 60];
    kernel.meanHidden(hidden); // P(h_t = 1 | v_t), row by row
    float[] gradient = new float[kernel.parameters().values().length];
    kernel.gradient(gradient); // of F(v) - F(v*), added to the buffer
    System.out.printf("F %.2f, monitor %.2f%n", freeEnergy[9], kernel.monitor());
    System.out.println("W[39, 0] = " + kernel.W().get(39, 0)); // W() is the live parameter

    Frames piece = new Frames(32, 88);
    kernel.generate(piece, 0, 25); // 32 steps, 25 sweeps each
    System.out.println(piece.count(31) + " keys sound in the last step");
  }

  /** Scales in thirds, from each of twelve keys. */
  static List<Frames> tunes() {
    int[] scale = {0, 2, 4, 5, 7, 9, 11, 12, 11, 9, 7, 5, 4, 2};
    List<Frames> tunes = new ArrayList<>();
    for (int key = 0; key < 12; key++) {
      Frames tune = new Frames(56, 88);
      for (int step = 0; step < tune.steps(); step++) {
        int degree = step / 2 % scale.length;
        tune.set(step, 39 + key + scale[degree], true);
        tune.set(step, 39 + key + scale[(degree + 2) % scale.length], true);
      }
      tunes.add(tune);
    }
    return tunes;
  }
}
