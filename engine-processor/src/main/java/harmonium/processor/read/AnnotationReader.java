package harmonium.processor.read;

import harmonium.api.UnitType;
import harmonium.processor.diagnose.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Reads the values of one annotation with their places. A value that javac could not resolve is
 * left to javac to complain of, or to a later round to bring.
 */
final class AnnotationReader {
  /** Says that some value is not there, or not there yet. */
  static final class Unresolved extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final AnnotationMirror mirror;
  private final Map<String, AnnotationValue> values;
  private final BiFunction<AnnotationMirror, AnnotationValue, Origin> place;

  AnnotationReader(
      AnnotationMirror mirror,
      Elements elements,
      BiFunction<AnnotationMirror, AnnotationValue, Origin> place) {
    this.mirror = mirror;
    this.place = place;
    this.values =
        elements.getElementValuesWithDefaults(mirror).entrySet().stream()
            .collect(
                Collectors.toMap(e -> e.getKey().getSimpleName().toString(), Map.Entry::getValue));
  }

  Text text(String name) throws Unresolved {
    return text(value(name));
  }

  List<Text> texts(String name) throws Unresolved {
    List<Text> texts = new ArrayList<>();
    for (AnnotationValue value : values(name)) {
      texts.add(text(value));
    }
    return texts;
  }

  int whole(String name) throws Unresolved {
    return as(Integer.class, value(name));
  }

  double real(String name) throws Unresolved {
    return as(Double.class, value(name));
  }

  UnitType units() throws Unresolved {
    return UnitType.valueOf(as(VariableElement.class, value("units")).getSimpleName().toString());
  }

  List<AnnotationMirror> annotations(String name) throws Unresolved {
    List<AnnotationMirror> mirrors = new ArrayList<>();
    for (AnnotationValue value : values(name)) {
      mirrors.add(as(AnnotationMirror.class, value));
    }
    return mirrors;
  }

  Origin at(String name) throws Unresolved {
    return place.apply(mirror, value(name));
  }

  /** The whole annotation. */
  Origin origin() {
    return place.apply(mirror, null);
  }

  private Text text(AnnotationValue value) throws Unresolved {
    return new Text(as(String.class, value), place.apply(mirror, value));
  }

  private List<AnnotationValue> values(String name) throws Unresolved {
    List<AnnotationValue> list = new ArrayList<>();
    for (Object element : as(List.class, value(name))) {
      list.add((AnnotationValue) element);
    }
    return list;
  }

  private AnnotationValue value(String name) throws Unresolved {
    AnnotationValue value = values.get(name);
    if (value == null) {
      throw new Unresolved();
    }
    return value;
  }

  private static <T> T as(Class<T> type, AnnotationValue value) throws Unresolved {
    // javac gives a value of the wrong type for what it could not resolve: the text "<error>".
    if (!type.isInstance(value.getValue()) || value.toString().equals("\"<error>\"")) {
      throw new Unresolved();
    }
    return type.cast(value.getValue());
  }
}
