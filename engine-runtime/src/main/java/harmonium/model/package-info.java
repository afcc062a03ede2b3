/**
 * The models that come with the engine, and the registry that finds compiled models.
 *
 * <p>In: annotated interfaces, which the annotation processor turns into kernels. Out: a {@link
 * harmonium.kernel.KernelFactory} by the name of its model.
 *
 * <p>Words: a model has a <em>simple name</em> ({@code RnnRbm}) and a <em>type</em>, the qualified
 * name of its interface ({@code harmonium.model.RnnRbm}).
 */
package harmonium.model;
