/** Our algorithm over netlib's BLAS in Java with the Vector API, as a side of a comparison. */
package harmonium.benchmarks.peers.netlib;
