package harmonium.processor.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One message to the user.
 *
 * @param code what kind of message it is
 * @param message the first line, complete in itself, without the code
 * @param origin the place in the source
 * @param picture the equation with the stretch that is wrong
 * @param help suggestions, only where they are near-certain
 */
public record Diagnostic(
    Code code, String message, Origin origin, Optional<Picture> picture, List<String> help) {
  public Diagnostic {
    help = List.copyOf(help);
  }

  /** A message without a picture. */
  public static Diagnostic of(Code code, Origin origin, Object... words) {
    return new Diagnostic(code, code.fill(words), origin, Optional.empty(), List.of());
  }

  /** The same with a stretch of an equation. */
  public Diagnostic at(String equation, Span focus) {
    Picture drawn = new Picture(equation, focus, List.of());
    return new Diagnostic(code, message, origin, Optional.of(drawn), help);
  }

  /** The same with a word under a stretch of the equation. */
  public Diagnostic label(Span span, String text) {
    Picture old = picture.orElseThrow();
    List<Label> labels = new ArrayList<>(old.labels());
    labels.add(new Label(span, text));
    Picture drawn = new Picture(old.equation(), old.focus(), labels);
    return new Diagnostic(code, message, origin, Optional.of(drawn), help);
  }

  /** The same with a suggestion. */
  public Diagnostic help(String suggestion) {
    List<String> more = Stream.concat(help.stream(), Stream.of(suggestion)).toList();
    return new Diagnostic(code, message, origin, picture, more);
  }

  /** The same with a suggestion if there is one. */
  public Diagnostic help(Optional<String> suggestion) {
    return suggestion.map(this::help).orElse(this);
  }

  /** The first line: {@code [Harmonium/ShapeMismatch] cannot add h to v}. */
  public String headline() {
    return "[Harmonium/" + code.id() + "] " + message;
  }
}
