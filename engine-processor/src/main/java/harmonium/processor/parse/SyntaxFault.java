package harmonium.processor.parse;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Span;
import java.util.Optional;

/** Leaves the parser at the first error of a formula; never leaves {@link Parser#parse}. */
final class SyntaxFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Code code;
  private final transient Span span;
  private final transient Optional<String> help;
  private final transient Object[] words;

  SyntaxFault(Code code, Span span, Optional<String> help, Object... words) {
    super(code.id(), null, false, false);
    this.code = code;
    this.span = span;
    this.help = help;
    this.words = words;
  }

  Code code() {
    return code;
  }

  Span span() {
    return span;
  }

  Optional<String> help() {
    return help;
  }

  Object[] words() {
    return words;
  }
}
