/** Our algorithm over libtorch, which PyTorch stands on, through DJL, as a side of a comparison. */
package harmonium.benchmarks.peers.libtorch;
