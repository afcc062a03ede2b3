package harmonium.processor;

import harmonium.processor.emit.GeneratedSource;
import harmonium.processor.ir.Program;
import java.util.List;
import java.util.Map;

/** The second half of the compiler: derive, plan, emit. It cannot fail for a user's fault. */
final class Backend {
  /**
   * What comes of one model.
   *
   * @param sources the Java files to write
   * @param factory binary name of the {@link harmonium.kernel.KernelFactory} to register
   * @param explained the printable form of each phase, keyed by its name, in order
   */
  record Result(List<GeneratedSource> sources, String factory, Map<String, String> explained) {}

  private Backend() {}

  static Result compile(Program program) {
    throw new UnsupportedOperationException(program.name());
  }
}
