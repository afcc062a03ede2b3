package harmonium.benchmarks.rounds;

/** A side that does not answer, or not as it should; the message is one line. */
public final class Fault extends RuntimeException {
  Fault(String line) {
    super(line);
  }
}
