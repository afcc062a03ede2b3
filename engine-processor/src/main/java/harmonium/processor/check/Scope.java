package harmonium.processor.check;

import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Shape;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names in force. A name without a kind or shape is poisoned: something about it was complained
 * of already, and what uses it stays silent.
 */
final class Scope {
  /** What a symbol is. */
  enum Kind {
    VISIBLE("a visible layer"),
    HIDDEN("a hidden layer"),
    INPUT("an input layer"),
    PARAMETER("a parameter"),
    STATE("a state"),
    EQUATION("an equation"),
    ENERGY("an energy"),
    CONDITIONAL("a conditional");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean isSeries() {
      return this == STATE || this == EQUATION;
    }
  }

  private final ModelSource source;
  private final Map<String, SymbolSource> symbols = new LinkedHashMap<>();
  private final Map<String, Kind> kinds;
  private final Map<String, Axis> axes = new LinkedHashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  Scope(ModelSource source, Map<String, Kind> kinds) {
    this.source = source;
    this.kinds = kinds;
    source.symbols().forEach(s -> symbols.putIfAbsent(s.name(), s));
  }

  ModelSource source() {
    return source;
  }

  Set<String> names() {
    return symbols.keySet();
  }

  SymbolSource symbol(String name) {
    return symbols.get(name);
  }

  Optional<Kind> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  boolean is(String name, Kind kind) {
    return kinds.get(name) == kind;
  }

  boolean isSeries(String name) {
    return kind(name).filter(Kind::isSeries).isPresent();
  }

  /** The names of one kind, in the order of declaration. */
  List<String> all(Kind kind) {
    return symbols.keySet().stream().filter(name -> is(name, kind)).toList();
  }

  Map<String, Axis> axes() {
    return axes;
  }

  Optional<Shape> shape(String name) {
    return Optional.ofNullable(shapes.get(name));
  }

  void shape(String name, Shape shape) {
    shapes.put(name, shape);
  }

  void poison(String name) {
    shapes.remove(name);
  }
}
