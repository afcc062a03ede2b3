/**
 * Our algorithm over OpenBLAS (bytedeco), with plain loops for all that is no product, as a side of
 * a comparison.
 */
package harmonium.benchmarks.peers.openblasplain;
