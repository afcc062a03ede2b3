/** Our algorithm over the BLAS of the system, through netlib, as a side of a comparison. */
package harmonium.benchmarks.peers.netlibnative;
