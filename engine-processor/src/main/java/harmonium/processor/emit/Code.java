package harmonium.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Lines of Java with their indentation. */
final class Code {
  private final StringBuilder text = new StringBuilder();
  private int depth;

  Code line(String format, Object... arguments) {
    text.append("  ".repeat(depth))
        .append(arguments.length == 0 ? format : String.format(format, arguments))
        .append('\n');
    return this;
  }

  Code lines(List<String> lines) {
    lines.forEach(this::line);
    return this;
  }

  /** A line that opens a block. */
  Code open(String format, Object... arguments) {
    line(format.isEmpty() ? "{" : format + " {", arguments);
    depth++;
    return this;
  }

  /** Closes the innermost block. */
  Code close() {
    depth--;
    return line("}");
  }

  /** Closes the innermost block with what ends the statement, too. */
  Code end(String closing) {
    depth--;
    return line(closing);
  }

  /** The lines for JavaPoet. */
  CodeBlock block() {
    return TypeNames.in(text.toString());
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
