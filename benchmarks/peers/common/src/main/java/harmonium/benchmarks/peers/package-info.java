/**
 * The algorithm of the reference program over any library of matrix products, and the check that a
 * peer computes what it should.
 */
package harmonium.benchmarks.peers;
