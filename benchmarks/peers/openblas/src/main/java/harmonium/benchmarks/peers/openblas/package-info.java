/**
 * Our algorithm over OpenBLAS (bytedeco), with loops of the Vector API for all that is no product,
 * as a side of a comparison.
 */
package harmonium.benchmarks.peers.openblas;
