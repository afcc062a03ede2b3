/**
 * Files, written whole or not at all and read without trust.
 *
 * <p>Duty: the learned parameters of a model as a safetensors file, and what every other package
 * needs to read and write a file safely.
 *
 * <p>Input: {@link harmonium.kernel.Parameters} and words about them (the metadata), or a file from
 * anywhere. Output: a file with the same bytes on every machine, or a {@link
 * harmonium.store.Stored} that has been checked in every part. Whatever is wrong with a file is a
 * {@link harmonium.store.FileException} of one line.
 *
 * <p>Words: a <em>tensor</em> is an array of float32 with a shape, row-major; the <em>header</em>
 * is the JSON object that says where each tensor lies; <em>metadata</em> are pairs of strings in
 * it.
 */
package harmonium.store;
