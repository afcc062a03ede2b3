import harmonium.api.*;
import harmonium.model.RnnRbm;

/**
 * A variant in two lines.
 *
 * A model is an interface, so it can extend another, and whatever it does not say it inherits. The
 * first variant below changes the sizes of two layers. The second overrides one equation; its state
 * is computed by relu in place of tanh, and its gradient is derived anew. An override must keep the
 * axes, or the equations that read the symbol would no longer fit, and the compiler says so.
 *
 * An interface without @Model is a building block: something to extend that is no model itself.
 *
 * Paper: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, for the RNN-RBM; the variants are ours.
 */
public final class Lesson07_Variants {
  @Model(sizes = {@Size(of = "h", is = 300), @Size(of = "u", is = 200)})
  interface BigRnnRbm extends RnnRbm {}

  @Model
  interface ReluRnnRbm extends RnnRbm {
    @Override @State(100) @Equation("relu(bu + v @ Wvu + u[t-1] @ Wuu)") Units u();
  }

  public static void main(String[] arguments) {
    BigRnnRbmKernel big = BigRnnRbmKernel.create(1);
    System.out.println(
        "BigRnnRbm: h " + big.h().size() + ", u " + big.u().size() + ", v " + big.v().size()
            + ", " + big.blueprint().parameterCount() + " numbers to learn");

    ReluRnnRbmKernel relu = ReluRnnRbmKernel.create(1);
    System.out.println(
        "ReluRnnRbm: h " + relu.h().size() + ", " + relu.blueprint().parameterCount()
            + " numbers to learn");
    String explained = new ReluRnnRbmKernel.Factory().explanation().orElseThrow();
    explained
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("d_u_in :"))
        .limit(1)
        .forEach(line -> System.out.println("derived: " + line));

    // A kernel is what its model is, and what that model extends.
    RnnRbm model = relu;
    System.out.println("as an RnnRbm, its W is " + model.W().rows() + " x " + model.W().columns());
  }
}

/* It prints
BigRnnRbm: h 300, u 200, v 88, 162188 numbers to learn
ReluRnnRbm: h 150, 56138 numbers to learn
derived: d_u_in : u = d_u * step(bu + v @ Wvu + u[t-1] @ Wuu)
as an RnnRbm, its W is 88 x 150
*/
