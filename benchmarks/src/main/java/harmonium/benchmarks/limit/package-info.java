/**
 * What the machine can do at best, measured by small loops in the same run as the kernels, and the
 * least time that a work can take by it.
 */
package harmonium.benchmarks.limit;
