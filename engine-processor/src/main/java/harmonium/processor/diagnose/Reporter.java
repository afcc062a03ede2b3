package harmonium.processor.diagnose;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/**
 * Hands messages to javac, at the deepest place known: element, annotation, value. A symbol that
 * several models inherit is complained of once.
 */
public final class Reporter {
  private final Messager messager;
  private final Set<Told> told = new HashSet<>();

  private record Told(Element element, String headline) {}

  /**
   * A place in the source.
   *
   * @param annotation on the element; null if the element as a whole is meant
   * @param value in the annotation; null if the annotation as a whole is meant
   */
  public record Place(
      Element element, AnnotationMirror annotation, AnnotationValue value, String remark)
      implements Origin {}

  public Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Reports all of them, in order. */
  public void report(Diagnostics diagnostics) {
    diagnostics.all().forEach(this::report);
  }

  /** Reports one. */
  public void report(Diagnostic diagnostic) {
    Kind kind =
        switch (diagnostic.code().kind()) {
          case ERROR -> Kind.ERROR;
          case WARNING -> Kind.WARNING;
        };
    String text = CaretRenderer.render(diagnostic);
    if (!(diagnostic.origin() instanceof Place place)) {
      messager.printMessage(kind, text);
      return;
    }
    if (place.remark().isEmpty() || told.add(new Told(place.element(), diagnostic.headline()))) {
      messager.printMessage(kind, text, place.element(), place.annotation(), place.value());
    }
    if (place.remark().isEmpty()) {
      told.add(new Told(place.element(), diagnostic.headline()));
    }
  }

  /** Tells a maintainer what no user needs. */
  public void trace(String text) {
    messager.printMessage(Kind.NOTE, text);
  }
}
