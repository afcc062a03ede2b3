/**
 * Sequences of numbers: tables from files to frames of real units, and back.
 *
 * <p>Duty: {@link harmonium.numbers.NumberFile} reads and writes one table, {@link
 * harmonium.numbers.NumberCorpus} a data set of them, and {@link harmonium.numbers.Standard} gives
 * all columns the same mean and deviation, as models of real units expect.
 *
 * <p>Input: comma-separated values from anywhere. Output: {@link harmonium.kernel.Frames} of real
 * units, or a {@link harmonium.store.FileException} of one line that names line and column.
 *
 * <p>Words: a <em>column</em> is one number of every step, a unit of the visible layer; the
 * <em>deviation</em> is the standard deviation.
 */
package harmonium.numbers;
