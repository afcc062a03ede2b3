package harmonium.processor.diagnose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws a diagnostic as text. javac prints the first line above the line of source and the rest
 * below it:
 *
 * <pre>
 * [Harmonium/ShapeMismatch] cannot add h to v
 *
 *   bv + u[t-1] @ Wuh
 *   ~~ ^ ~~~~~~~~~~~~ h
 *   v
 *   help: ...
 * </pre>
 */
public final class CaretRenderer {
  private static final String INDENT = "  ";
  private static final int LONGEST_LINE = 90;

  private CaretRenderer() {}

  /** The whole text, lines parted by line feeds, without one at the end. */
  public static String render(Diagnostic diagnostic) {
    List<String> below = new ArrayList<>();
    diagnostic.picture().ifPresent(picture -> below.addAll(draw(picture)));
    diagnostic.help().forEach(help -> below.add("help: " + help));
    if (!diagnostic.origin().remark().isEmpty()) {
      below.add("note: " + diagnostic.origin().remark());
    }
    if (below.isEmpty()) {
      return diagnostic.headline();
    }
    return below.stream()
        .map(line -> (INDENT + line).stripTrailing())
        .collect(Collectors.joining("\n", diagnostic.headline() + "\n\n", ""));
  }

  private static List<String> draw(Picture picture) {
    String text = picture.equation();
    int start = text.lastIndexOf('\n', Math.max(0, picture.focus().from() - 1)) + 1;
    start = Math.min(start, picture.focus().from());
    int end = text.indexOf('\n', start);
    end = end < 0 ? text.length() : end;
    // Of a long line only the part around the focus is shown.
    int from = Math.max(start, picture.focus().from() - LONGEST_LINE / 2);
    int to = Math.min(end, from + LONGEST_LINE);
    from = Math.max(start, Math.min(from, to - LONGEST_LINE));
    String before = from > start ? "..." : "";
    String after = to < end ? "..." : "";
    // What cannot be seen takes one column, or the carets would miss their place.
    String line = before + text.substring(from, to).replaceAll("\\p{Cntrl}", " ") + after;
    List<String> lines = new ArrayList<>();
    lines.add(line);
    lines.addAll(underline(picture, new Span(from, to), before.length()));
    return lines;
  }

  private static List<String> underline(Picture picture, Span shown, int shift) {
    StringBuilder marks = new StringBuilder();
    for (Label label : picture.labels()) {
      mark(marks, inside(label.span(), shown, shift), '~');
    }
    mark(marks, inside(picture.focus(), shown, shift), '^');
    List<Label> labels =
        picture.labels().stream()
            .filter(l -> l.span().from() < shown.to() && l.span().to() > shown.from())
            .sorted(Comparator.comparingInt((Label l) -> l.span().from()).reversed())
            .toList();
    List<String> lines = new ArrayList<>();
    int next = 0;
    if (!labels.isEmpty()
        && inside(labels.getFirst().span(), shown, shift).to() == marks.length()) {
      lines.add(marks + " " + labels.getFirst().text());
      next = 1;
    } else {
      lines.add(marks.toString());
    }
    for (Label label : labels.subList(next, labels.size())) {
      lines.add(" ".repeat(inside(label.span(), shown, shift).from()) + label.text());
    }
    return lines;
  }

  private static Span inside(Span span, Span shown, int shift) {
    int from = Math.clamp(span.from(), shown.from(), shown.to());
    int to = Math.clamp(span.to(), from, shown.to());
    return new Span(from - shown.from() + shift, to - shown.from() + shift);
  }

  private static void mark(StringBuilder marks, Span span, char sign) {
    // The end of the text has no character of its own, and still gets its caret.
    int to = sign == '^' ? Math.max(span.to(), span.from() + 1) : span.to();
    while (marks.length() < to) {
      marks.append(' ');
    }
    for (int i = span.from(); i < to; i++) {
      marks.setCharAt(i, sign);
    }
  }
}
