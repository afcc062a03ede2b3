/** Our algorithm over ND4J, as a side of a comparison. */
package harmonium.benchmarks.peers.nd4j;
