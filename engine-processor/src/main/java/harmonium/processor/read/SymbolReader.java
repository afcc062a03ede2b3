package harmonium.processor.read;

import harmonium.processor.diagnose.Origin;
import harmonium.processor.diagnose.Reporter.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/** Reads the methods of a lineage as symbols; one that overrides stands where the old one stood. */
final class SymbolReader {
  private record Found(SymbolSource symbol, TypeElement owner) {}

  private final TypeElement model;
  private final Elements elements;
  private final Map<String, List<Found>> symbols = new LinkedHashMap<>();

  SymbolReader(TypeElement model, Elements elements) {
    this.model = model;
    this.elements = elements;
  }

  List<SymbolSource> read(Collection<TypeElement> lineage) throws AnnotationReader.Unresolved {
    for (TypeElement owner : lineage) {
      for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
        if (method.getModifiers().contains(Modifier.ABSTRACT)) {
          add(owner, method);
        }
      }
    }
    return symbols.values().stream().map(found -> found.getLast().symbol()).toList();
  }

  /** Takes a method in; those that it overrides go, those that it does not know stay beside it. */
  private void add(TypeElement owner, ExecutableElement method) throws AnnotationReader.Unresolved {
    String name = method.getSimpleName().toString();
    int arguments = method.getParameters().size();
    // Overloads are wrong, but are each to be complained of.
    List<Found> inForce = symbols.computeIfAbsent(name + " " + arguments, _ -> new ArrayList<>());
    List<Found> old = inForce.stream().filter(f -> inherits(owner, f.owner())).toList();
    inForce.removeAll(old);
    SymbolSource symbol =
        new SymbolSource(
            name,
            declarations(owner, method),
            simpleName(method.getReturnType()),
            arguments,
            owner.getSimpleName().toString(),
            old.isEmpty() ? Optional.empty() : Optional.of(old.getLast().symbol()),
            inForce.stream().map(f -> f.symbol().declaredIn()).findFirst(),
            place(owner, method, null, null));
    inForce.add(new Found(symbol, owner));
  }

  private List<Declaration> declarations(TypeElement owner, ExecutableElement method)
      throws AnnotationReader.Unresolved {
    List<Declaration> declarations = new ArrayList<>();
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      AnnotationReader values =
          new AnnotationReader(mirror, elements, (m, v) -> place(owner, method, m, v));
      declaration(ModelReader.name(mirror.getAnnotationType()), values)
          .ifPresent(declarations::add);
    }
    return declarations;
  }

  private static Optional<Declaration> declaration(String annotation, AnnotationReader values)
      throws AnnotationReader.Unresolved {
    return switch (annotation) {
      case "harmonium.api.Visible" ->
          Optional.of(
              new Declaration.Visible(
                  values.whole("value"), values.units(), values.whole("groups"), values.origin()));
      case "harmonium.api.Hidden" ->
          Optional.of(
              new Declaration.Hidden(values.whole("value"), values.units(), values.origin()));
      case "harmonium.api.Input" ->
          Optional.of(new Declaration.Input(values.whole("value"), values.origin()));
      case "harmonium.api.Parameter" ->
          Optional.of(
              new Declaration.Parameter(
                  values.texts("value"), values.real("normal"), values.origin()));
      case "harmonium.api.State" ->
          Optional.of(
              new Declaration.State(
                  values.whole("value"),
                  values.text("of"),
                  values.text("initial"),
                  values.origin()));
      case "harmonium.api.Equation" -> Optional.of(new Declaration.Equation(values.text("value")));
      case "harmonium.api.Conditional" ->
          Optional.of(new Declaration.Conditional(values.text("value")));
      case "harmonium.api.Energy" -> Optional.of(new Declaration.Energy(values.text("value")));
      default -> Optional.empty();
    };
  }

  /** A place in a class file cannot be shown, so the model itself stands for it. */
  private Origin place(
      TypeElement owner, ExecutableElement method, AnnotationMirror mirror, AnnotationValue value) {
    if (owner.equals(model)) {
      return new Place(method, mirror, value, "");
    }
    String remark =
        "%s of %s, inherited by %s"
            .formatted(method.getSimpleName(), owner.getSimpleName(), model.getSimpleName());
    JavaFileObject file = elements.getFileObjectOf(owner);
    return file != null && file.getKind() == JavaFileObject.Kind.SOURCE
        ? new Place(method, mirror, value, remark)
        : new Place(model, null, null, remark);
  }

  private static boolean inherits(TypeElement type, TypeElement ancestor) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && (element.equals(ancestor) || inherits(element, ancestor))) {
        return true;
      }
    }
    return false;
  }

  /** The simple name if it is one of ours; the full one of any other type. */
  private static String simpleName(TypeMirror type) {
    if (type instanceof DeclaredType declared
        && ModelReader.name(declared).startsWith("harmonium.api.")) {
      return declared.asElement().getSimpleName().toString();
    }
    return type.toString();
  }
}
