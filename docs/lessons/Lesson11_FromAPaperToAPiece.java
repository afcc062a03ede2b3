import harmonium.api.*;
import harmonium.compose.Composer;
import harmonium.kernel.Frames;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import harmonium.score.Texture;
import harmonium.train.Recipe;
import harmonium.train.Trainer;
import harmonium.train.TrainingListener;
import harmonium.tunes.BundledTunes;
import java.util.List;

/**
 * From a paper to a piece: a model of one's own.
 *
 * Take a paper with a recurrence, here the gated recurrent unit, and write down its equations as they
 * stand, for a state x:
 *
 *   z = sigmoid(bz + v @ Wvz + x[t-1] @ Wxz)             how much of the state is replaced
 *   r = sigmoid(br + v @ Wvr + x[t-1] @ Wxr)             how much of it the news may see
 *   n = tanh(bn + v @ Wvn + (r * x[t-1]) @ Wxn)          the news
 *   x = (1 - z) * x[t-1] + z * n
 *
 * Then let x move the biases, and say the energy. The building block Gru below is the paper, the model
 * GruRbm what we add. Nothing else has to be written: 'train' and 'compose' of the command take this
 * model like any other (--models JAR --model GruRbm), and so do Trainer and Composer here. A few
 * epochs on a few tunes make no music yet; 'harmonium demo' trains longer.
 *
 * Paper: Cho et al., Learning phrase representations using RNN encoder-decoder, 2014, equations 5 to
 * 8; theirs mixes with z and 1 - z the other way round.
 */
public final class Lesson11_FromAPaperToAPiece {
  interface Gru {
    @Visible(88) Units v();
    @Parameter(value = {"v", "x"}, normal = 0.01) Tensor Wvz();
    @Parameter(value = {"v", "x"}, normal = 0.01) Tensor Wvr();
    @Parameter(value = {"v", "x"}, normal = 0.01) Tensor Wvn();
    @Parameter(value = {"x", "x"}, normal = 0.01) Tensor Wxz();
    @Parameter(value = {"x", "x"}, normal = 0.01) Tensor Wxr();
    @Parameter(value = {"x", "x"}, normal = 0.01) Tensor Wxn();
    @Parameter("x") Tensor bz();
    @Parameter("x") Tensor br();
    @Parameter("x") Tensor bn();
    @Equation("sigmoid(bz + v @ Wvz + x[t-1] @ Wxz)") Tensor z();
    @Equation("sigmoid(br + v @ Wvr + x[t-1] @ Wxr)") Tensor r();
    @Equation("tanh(bn + v @ Wvn + (r * x[t-1]) @ Wxn)") Tensor n();
    @State(24) @Equation("(1 - z) * x[t-1] + z * n") Units x();
  }

  @Model
  interface GruRbm extends Gru {
    @Hidden(32) Units h();
    @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
    @Parameter(value = {"x", "v"}, normal = 0.01) Tensor Wxv();
    @Parameter(value = {"x", "h"}, normal = 0.01) Tensor Wxh();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Equation("bv + x[t-1] @ Wxv") Tensor bv_t();
    @Equation("bh + x[t-1] @ Wxh") Tensor bh_t();
    @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)") Scalar energy();
  }

  public static void main(String[] arguments) {
    Recipe recipe = Recipe.DEFAULT.with("rate", "0.01");
    List<Frames> tunes =
        BundledTunes.corpus(recipe.grid()).train().stream()
            .limit(8)
            .map(piece -> piece.roll().frames())
            .toList();
    KernelFactory factory = new GruRbmKernel.Factory();
    Kernel kernel =
        factory.create(Parameters.drawn(factory.blueprint(), 7), Lanes.chosen(), Team.alone());
    Trainer trainer = new Trainer(kernel, tunes, recipe, 7);
    for (int epochs = 1; epochs <= 5; epochs += 4) {
      trainer.run(epochs == 1 ? 1 : 4, new TrainingListener() {});
      System.out.printf(
          "after epoch %d: monitor %.2f%n", epochs, trainer.best().orElseThrow().monitor());
    }
    Frames piece = new Composer(25, 1, 7).compose(kernel, new Frames(0, 88), 64);
    PianoRoll roll = new PianoRoll(KeyRange.PIANO, piece);
    System.out.printf("composed %d steps, %d notes%n", roll.steps(), roll.notes());
    System.out.printf(
        "%.1f notes a step, longest silence %d steps%n",
        Texture.of(List.of(roll)).notesPerStep(), Texture.of(List.of(roll)).longestSilence());
  }
}

/* It prints
after epoch 1: monitor -19.33
after epoch 5: monitor -9.79
composed 64 steps, 207 notes
4.5 notes a step, longest silence 0 steps
*/
