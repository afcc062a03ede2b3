import harmonium.api.*;

/**
 * A restricted Boltzmann machine in three lines.
 *
 * A machine with an energy prefers states of low energy: the probability of a state is
 * exp(-energy), divided by the sum of that over all states. Here a state is a row of visible units v,
 * which data fix, and a row of hidden units h, which explain them; each unit is 0 or 1. The matrix W
 * says for each pair of a visible and a hidden unit how much they like to be on together.
 *
 * Two layers, one matrix, one energy: that is all one writes. 'v @ W @ h' is the product of a row, a
 * matrix and a column, the sum of W[i, j] over all pairs that are on. While this file compiles, the
 * annotation processor writes the class TinyKernel, which samples, scores and trains the model.
 *
 * Paper: Smolensky, Information processing in dynamical systems, 1986, who called it harmonium; he
 * writes the harmony, which is minus our energy.
 */
public final class Lesson01_ThreeLineRbm {
  @Model
  interface Tiny {
    @Visible(4) Units v();   @Hidden(2) Units h();
    @Parameter(value = {"v", "h"}, normal = 1) Tensor W();
    @Energy("-(v @ W @ h)") Scalar energy();
  }

  public static void main(String[] arguments) {
    TinyKernel kernel = TinyKernel.create(1); // W is drawn from seed 1, with deviation 1
    System.out.println("layers: " + kernel.v().size() + " visible, " + kernel.h().size() + " hidden");
    System.out.println("W is " + kernel.W().rows() + " x " + kernel.W().columns());
    System.out.printf("first couplings: %.3f %.3f%n", kernel.W().get(0, 0), kernel.W().get(0, 1));

    // A parameter is live: what one writes to it the kernel takes up.
    kernel.W().set(0, 0, 2);
    System.out.println("after setting one: " + kernel.parameters().tensor("W").get(0, 0));
    System.out.println("to learn: " + kernel.blueprint().parameterCount() + " numbers");
  }
}

/* It prints
layers: 4 visible, 2 hidden
W is 4 x 2
first couplings: -0.034 -1.293
after setting one: 2.0
to learn: 8 numbers
*/
