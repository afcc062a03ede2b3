/**
 * The language in which models are written: annotations for the methods of an interface, and the
 * types that these methods return.
 *
 * <p>Input: an interface with {@link harmonium.api.Model}. Output, by the annotation processor: a
 * class {@code <Interface>Kernel} in the same package, which implements the interface and {@link
 * harmonium.kernel.Kernel}.
 *
 * <p><b>A whole model.</b> The RNN-RBM of Boulanger-Lewandowski, Bengio and Vincent, ICML 2012:
 *
 * {@snippet :
 * @Model
 * public interface RnnRbm {
 *   @Visible(88)  Units v();
 *   @Hidden(150)  Units h();
 *
 *   @Parameter(value = {"v", "h"}, normal = 0.01)   Tensor W();
 *   @Parameter("v")                                 Tensor bv();
 *   @Parameter("h")                                 Tensor bh();
 *   @Parameter(value = {"u", "h"}, normal = 0.0001) Tensor Wuh();
 *   @Parameter(value = {"u", "v"}, normal = 0.0001) Tensor Wuv();
 *   @Parameter(value = {"v", "u"}, normal = 0.0001) Tensor Wvu();
 *   @Parameter(value = {"u", "u"}, normal = 0.0001) Tensor Wuu();
 *   @Parameter("u")                                 Tensor bu();
 *
 *   @State(100) @Equation("tanh(bu + v @ Wvu + u[t-1] @ Wuu)") Units u();
 *   @Equation("bv + u[t-1] @ Wuv")                  Tensor bv_t();
 *   @Equation("bh + u[t-1] @ Wuh")                  Tensor bh_t();
 *
 *   @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)") Scalar energy();
 * }
 * }
 *
 * <p><b>Symbols.</b> Every abstract method is one symbol; it takes no arguments. Its name is the
 * name in the equations, its annotation says what it is, and its type says how the kernel shows it:
 *
 * <table>
 * <caption>What a symbol can be</caption>
 * <tr>
 *   <th>annotation</th>
 *   <th>returns</th>
 *   <th>what it is</th>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Visible}</td>
 *   <td>{@link harmonium.api.Units}</td>
 *   <td>the observed layer; exactly one</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Hidden}</td>
 *   <td>{@code Units}</td>
 *   <td>a layer that is summed out, or sampled</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Input}</td>
 *   <td>{@code Units}</td>
 *   <td>units that are given and not modelled</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Parameter}</td>
 *   <td>{@link harmonium.api.Tensor}</td>
 *   <td>a learned scalar, vector or matrix</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.State} with {@link harmonium.api.Equation}</td>
 *   <td>{@code Units}</td>
 *   <td>real units carried from step to step</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Equation}</td>
 *   <td>{@code Tensor}, or {@link harmonium.api.Scalar} for a scalar</td>
 *   <td>a value at each step</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Energy}</td>
 *   <td>{@code Scalar}</td>
 *   <td>the energy of one step; exactly one, or a conditional</td>
 * </tr>
 * <tr>
 *   <td>{@link harmonium.api.Conditional}</td>
 *   <td>{@code Tensor}</td>
 *   <td>log odds of each visible unit given those before it</td>
 * </tr>
 * </table>
 *
 * <p>Names consist of letters, digits and {@code _}. A few are reserved: {@code t}, the functions,
 * what starts with {@code harmonium}, and the methods without arguments of kernels and of {@link
 * Object}.
 *
 * <p><b>Axes.</b> Layers and states open axes of their own name. {@code @Parameter({"u", "h"})} is
 * a matrix whose rows belong to u and whose columns belong to h. Two axes are equal only if they
 * have the same name, whatever their sizes.
 *
 * <p><b>Formulas</b>, loosest first: {@code + -}, then {@code @ * /}, all from left to right, then
 * the sign {@code -}, then {@code .T}. {@code @} is the product: a vector is a row on its left and
 * a column on its right, and two vectors make a scalar. {@code + - * /} go element by element; a
 * scalar goes with any vector. The functions are {@code tanh sigmoid relu softplus exp log sqrt
 * square abs} and {@code sum}, over all elements. Matrices are parameters, their transposes, or
 * computed from parameters element by element, as {@code W * sigmoid(G)}; an equation may name one,
 * which is then the same at every step. {@code A @ B} is the product of two.
 *
 * <p><b>Time.</b> A bare name is of step t. {@code x[t-1]} to {@code x[t-64]} look back; states,
 * equations and the visible layer have a past. Before the first step it is 0, or for a state the
 * parameter that {@link harmonium.api.State#initial} names. A series may not need its own value of
 * the same step. Hidden units stand in the energy alone. No series that the energy uses may depend
 * on the visible units of the same step.
 *
 * <p><b>The energy</b> is affine in each layer of units that are 0 or 1. Everything else is derived
 * from it: the conditionals, the free energy, the gradient.
 *
 * <p><b>Variants.</b> A model may extend models and building blocks (interfaces without
 * {@code @Model}), override symbols, whose axes must stay, and change sizes with {@link
 * harmonium.api.Size}. Default methods and constants are left alone.
 *
 * <p><b>Kinds of units.</b> Layers are {@link harmonium.api.UnitType#BERNOULLI}, {@link
 * harmonium.api.UnitType#SOFTMAX} or {@link harmonium.api.UnitType#GAUSSIAN}; in real units the
 * energy is quadratic, unit by unit, with a precision that is positive for certain: a number, or a
 * function such as {@code exp(z)}. Without a hidden layer the likelihood is exact. Where two hidden
 * layers interact, they are sampled and not summed out.
 *
 * <p><b>Ordered.</b> Instead of an energy, {@link harmonium.api.Conditional} gives the log odds of
 * each visible unit given those before it, {@code v[<i]}.
 *
 * <p>Words it owns: <i>model</i>, <i>symbol</i>, <i>layer</i>, <i>axis</i>, <i>state</i>,
 * <i>equation</i>, <i>energy</i>, <i>building block</i>.
 */
package harmonium.api;
