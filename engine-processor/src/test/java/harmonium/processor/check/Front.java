package harmonium.processor.check;

import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.ir.Program;
import harmonium.processor.parse.ParsedModel;
import harmonium.processor.read.ModelSource;
import java.util.Optional;

/** The front half of the compiler without javac: from a source, however made, to its program. */
public final class Front {
  private Front() {}

  /** The program of a model; empty if there is an error among the diagnostics. */
  public static Optional<Program> check(ModelSource source, Diagnostics diagnostics) {
    return ModelChecker.check(ParsedModel.parse(source, diagnostics), diagnostics);
  }
}
