/**
 * Models for measurements: the RNN-RBM at multiples of its size. Their kernels are found as those
 * of all models are, by {@link harmonium.model.ModelRegistry}.
 */
package harmonium.benchmarks.model;
