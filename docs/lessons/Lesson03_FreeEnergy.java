import harmonium.api.*;
import harmonium.kernel.Frames;

/**
 * The free energy, and what it scores.
 *
 * One wants to know how well a model likes a row of visible units, whatever the hidden ones do. So
 * the hidden ones are summed out: F(v) = -log of the sum over h of exp(-E(v, h)). With units of 0
 * and 1 that sum falls apart into one factor for each hidden unit, and
 *
 *   F(v) = -(v @ bv) - sum(softplus(bh + v @ W)),   softplus(x) = log(1 + exp(x)).
 *
 * The lower F, the likelier the row. The difference of two free energies is exact: it is the log of
 * how many times likelier one row is than the other. What F alone does not tell is the probability,
 * since P(v) = exp(-F(v)) / Z and Z, the sum over all rows, is out of reach for 88 keys. Therefore
 * free energies of two different models must not be compared.
 *
 * Paper: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, equation 4.
 */
public final class Lesson03_FreeEnergy {
  @Model
  interface Scored {
    @Visible(3) Units v();
    @Hidden(2) Units h();
    @Parameter(value = {"v", "h"}, normal = 1) Tensor W();
    @Parameter("v") Tensor bv();
    @Parameter("h") Tensor bh();
    @Energy("-(v @ bv) - (h @ bh) - (v @ W @ h)") Scalar energy();
  }

  public static void main(String[] arguments) {
    ScoredKernel kernel = ScoredKernel.create(5);
    Frames chord = new Frames(40, 3);
    for (int t = 0; t < chord.steps(); t++) {
      chord.set(t, 0, true);
      chord.set(t, 2, true); // the first and the third key, never the second
    }
    for (int update = 0; update < 200; update++) {
      kernel.update(chord, 0, chord.steps(), 1, 0.1f);
    }

    Frames rows = new Frames(3, 3);
    rows.set(0, 0, true);
    rows.set(0, 2, true); // what it learnt
    rows.set(1, 1, true); // what it never heard; the third row is silence
    kernel.recurrence(rows, 0, 3);
    float[] freeEnergy = new float[3];
    kernel.freeEnergy(freeEnergy);
    System.out.printf("learnt  F = %.2f%n", freeEnergy[0]);
    System.out.printf("unheard F = %.2f%n", freeEnergy[1]);
    System.out.printf("silence F = %.2f%n", freeEnergy[2]);
    System.out.printf("log odds of learnt to unheard: %.2f%n", freeEnergy[1] - freeEnergy[0]);

    double byHand = 0;
    for (int i = 0; i < 3; i += 2) {
      byHand -= kernel.bv().get(0, i);
    }
    for (int j = 0; j < 2; j++) {
      double logOdds = kernel.bh().get(0, j) + kernel.W().get(0, j) + kernel.W().get(2, j);
      byHand -= StrictMath.log1p(StrictMath.exp(logOdds));
    }
    System.out.printf("learnt, by the formula: %.2f%n", byHand);
  }
}

/* It prints
learnt  F = -9.27
unheard F = 1.39
silence F = -1.60
log odds of learnt to unheard: 10.66
learnt, by the formula: -9.27
*/
