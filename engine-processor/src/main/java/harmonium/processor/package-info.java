/**
 * The compiler's way in and the order of its phases.
 *
 * <p>Input: interfaces with {@link harmonium.api.Model}. Output: a kernel for each, and the list of
 * their factories. {@link harmonium.processor.HarmoniumProcessor} talks to javac, {@link
 * harmonium.processor.Pipeline} is the phases on one screen, {@link harmonium.processor.Backend}
 * its second half. Words it owns: <i>stage</i> (one step of the pipeline), <i>explanation</i> (the
 * printed forms between the stages).
 */
package harmonium.processor;
