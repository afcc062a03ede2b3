/**
 * Kernels: what compiled models can do, and what generated code is made from.
 *
 * <p><b>For users.</b> {@link harmonium.kernel.Kernel} is the mathematics of one model over one
 * sequence of {@link harmonium.kernel.Frames}. Its {@link harmonium.kernel.Parameters} are one flat
 * array, described by {@link harmonium.kernel.Blueprint}. A {@link harmonium.kernel.KernelFactory},
 * found by {@link java.util.ServiceLoader}, makes kernels of a given {@linkplain
 * harmonium.kernel.Lanes width} whose work is shared by a {@link harmonium.kernel.Team}.
 *
 * <p><b>For generated code.</b> {@link harmonium.kernel.SequenceKernel} is the base class: it runs
 * the phases of a {@link harmonium.kernel.Schedule} for each {@link harmonium.kernel.Pass} and
 * tells the statements of the {@link harmonium.kernel.Call}. {@link harmonium.kernel.ScalarMath}
 * and {@link harmonium.kernel.RandomStream} are the elementary functions and the draws, to the bit.
 *
 * <p>Input: parameters, a sequence, a seed. Output: samples, means, energies, gradients; the same
 * bits at every width and with any number of threads.
 *
 * <p>Reading order: Kernel, Blueprint, Parameters, SequenceKernel, Schedule, RandomStream,
 * ScalarMath. Words it owns: <i>sweep</i> (h given v, then v given h), <i>chain</i> (some sweeps
 * from one frame), <i>v*</i> (the visible units after the chain), <i>pass</i> (what one call
 * needs), <i>phase</i> (statements that run together), <i>width</i> (floats of a vector),
 * <i>heat</i> (-log2(e) / temperature).
 */
package harmonium.kernel;
