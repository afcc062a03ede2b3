package harmonium.processor.read;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Reporter.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Reads an annotated interface: its symbols and those of all its super-interfaces, be they models
 * or building blocks, in source or in class files.
 */
public final class ModelReader {
  static final String MODEL = "harmonium.api.Model";

  private final Elements elements;

  public ModelReader(Elements elements) {
    this.elements = elements;
  }

  /** Whether all types that the model mentions are there; if not, a later round may bring them. */
  public boolean isResolved(TypeElement model) {
    return interfaces(model, new LinkedHashSet<>())
        && lineage(model).stream().allMatch(this::signaturesAreResolved);
  }

  /** The source of a model; empty after a diagnostic, or where javac itself complains. */
  public Optional<ModelSource> read(TypeElement model, Diagnostics diagnostics) {
    Optional<Code> fault = fault(model);
    if (fault.isPresent()) {
      Place place = new Place(model, null, null, "");
      diagnostics.add(Diagnostic.of(fault.get(), place, model.getSimpleName().toString()));
      return Optional.empty();
    }
    ModuleElement module = elements.getModuleOf(model);
    if (!readsVectors(module)) {
      Place place = new Place(model, null, null, "");
      String name = module.getQualifiedName().toString();
      diagnostics.add(
          Diagnostic.of(Code.ModuleWithoutVectors, place, name, model.getSimpleName().toString()));
      return Optional.empty();
    }
    try {
      ModelSource source = source(model);
      if (permits(model, source.kernel().value())) {
        return Optional.of(source);
      }
      diagnostics.add(
          Diagnostic.of(Code.SealedModel, source.origin(), source.name(), source.kernel().value()));
      return Optional.empty();
    } catch (AnnotationReader.Unresolved unresolved) {
      return Optional.empty();
    }
  }

  private static Optional<Code> fault(TypeElement model) {
    if (model.getKind() != ElementKind.INTERFACE) {
      return Optional.of(Code.NotAnInterface);
    }
    if (!model.getTypeParameters().isEmpty()) {
      return Optional.of(Code.GenericModel);
    }
    for (Element e = model; e != null; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(Code.PrivateModel);
      }
    }
    return Optional.empty();
  }

  /** True for code on the class path, to which javac's options say what is in view. */
  private boolean readsVectors(ModuleElement module) {
    return module == null
        || module.isUnnamed()
        || elements.getTypeElement(module, "jdk.incubator.vector.FloatVector") != null;
  }

  private static boolean permits(TypeElement model, String kernel) {
    // The kernel is not there yet, so it is known by the name that the user wrote.
    return !model.getModifiers().contains(Modifier.SEALED)
        || model.getPermittedSubclasses().stream()
            .map(TypeMirror::toString)
            .anyMatch(name -> name.substring(name.lastIndexOf('.') + 1).equals(kernel));
  }

  private ModelSource source(TypeElement model) throws AnnotationReader.Unresolved {
    AnnotationMirror mirror =
        model.getAnnotationMirrors().stream()
            .filter(m -> name(m.getAnnotationType()).equals(MODEL))
            .findFirst()
            .orElseThrow(AnnotationReader.Unresolved::new);
    AnnotationReader annotation =
        new AnnotationReader(mirror, elements, (m, v) -> new Place(model, m, v, ""));
    List<ModelSource.SizeSource> sizes = new ArrayList<>();
    for (AnnotationMirror size : annotation.annotations("sizes")) {
      // javac finds values inside a nested annotation from the outer one.
      AnnotationReader nested =
          new AnnotationReader(size, elements, (_, v) -> new Place(model, mirror, v, ""));
      sizes.add(new ModelSource.SizeSource(nested.text("of"), nested.whole("is"), nested.at("is")));
    }
    String simpleName = model.getSimpleName().toString();
    Text kernel = annotation.text("kernel");
    if (kernel.value().isEmpty()) {
      kernel = new Text(simpleName + "Kernel", kernel.origin());
    }
    return new ModelSource(
        simpleName,
        model.getQualifiedName().toString(),
        elements.getPackageOf(model).getQualifiedName().toString(),
        kernel,
        sizes,
        names(
            lineage(model),
            e -> e.getKind().isInterface() || e.getKind().isClass() || e.getKind().isField()),
        names(
            lineage(model),
            e ->
                e.getKind() == ElementKind.METHOD && !e.getModifiers().contains(Modifier.ABSTRACT)),
        new SymbolReader(model, elements).read(lineage(model)),
        new Place(model, null, null, ""));
  }

  /** The names of some of what a lineage holds. */
  private static Set<String> names(Collection<TypeElement> lineage, Predicate<Element> which) {
    return lineage.stream()
        .flatMap(type -> type.getEnclosedElements().stream())
        .filter(which)
        .map(e -> e.getSimpleName().toString())
        .collect(Collectors.toSet());
  }

  /** The interface and all it inherits, the inherited ones first, each once. */
  private static Collection<TypeElement> lineage(TypeElement model) {
    Set<TypeElement> all = new LinkedHashSet<>();
    interfaces(model, all);
    return all;
  }

  /** Collects a lineage; false if a part of it is not there. */
  private static boolean interfaces(TypeElement type, Set<TypeElement> all) {
    boolean resolved = true;
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent.getKind() == TypeKind.ERROR) {
        resolved = false;
      } else if (parent instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && !all.contains(element)
          && !element.equals(type)) {
        resolved &= interfaces(element, all);
      }
    }
    all.add(type);
    return resolved;
  }

  private boolean signaturesAreResolved(TypeElement type) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (method.getReturnType().getKind() == TypeKind.ERROR) {
        return false;
      }
      for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
        if (mirror.getAnnotationType().getKind() == TypeKind.ERROR
            || elements.getElementValuesWithDefaults(mirror).values().stream()
                .anyMatch(v -> v.toString().contains("\"<error>\""))) {
          return false;
        }
      }
    }
    return true;
  }

  static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }
}
