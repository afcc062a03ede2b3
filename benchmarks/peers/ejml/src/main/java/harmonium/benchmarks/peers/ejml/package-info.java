/** Our algorithm over EJML, matrices in plain Java, as a side of a comparison. */
package harmonium.benchmarks.peers.ejml;
