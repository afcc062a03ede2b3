package harmonium.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Looks up the factories that an earlier, incremental build registered. They are seen where the
 * compiler's output is on its class path, as IDEs have it.
 */
public final class EarlierKernels {
  private static final String SUPERCLASS = "harmonium.kernel.SequenceKernel";

  private final Elements elements;

  public EarlierKernels(Elements elements) {
    this.elements = elements;
  }

  /**
   * Whether a registered class can be seen at all.
   *
   * @param factory binary name
   */
  public boolean isSeen(String factory) {
    return type(factory) != null;
  }

  /**
   * Whether a class that is seen is the factory of a kernel whose model has gone, is a model no
   * more, or names another kernel. A factory written by hand never is.
   *
   * @param factory binary name
   */
  public boolean isStale(String factory) {
    return kernel(factory).isPresent() && model(factory).isEmpty();
  }

  /**
   * The model of a factory; empty if it has none that asks for this kernel, or is not seen.
   *
   * @param factory binary name
   */
  public Optional<TypeElement> model(String factory) {
    return kernel(factory).flatMap(this::model);
  }

  private Optional<TypeElement> model(TypeElement kernel) {
    for (TypeMirror parent : kernel.getInterfaces()) {
      if (parent.getKind() == TypeKind.DECLARED
          && ((DeclaredType) parent).asElement() instanceof TypeElement model
          && kernelOf(model).filter(kernel.getSimpleName()::contentEquals).isPresent()) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  private Optional<TypeElement> kernel(String factory) {
    TypeElement type = type(factory);
    return type != null
            && type.getEnclosingElement() instanceof TypeElement kernel
            && kernel.getSuperclass() instanceof DeclaredType parent
            && ModelReader.name(parent).equals(SUPERCLASS)
        ? Optional.of(kernel)
        : Optional.empty();
  }

  private TypeElement type(String binaryName) {
    return elements.getTypeElement(binaryName.replace('$', '.'));
  }

  /** Simple name of the kernel that a type asks for; empty if the type is no model. */
  private Optional<String> kernelOf(Element type) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (ModelReader.name(mirror.getAnnotationType()).equals(ModelReader.MODEL)) {
        return Optional.of(
            elements.getElementValuesWithDefaults(mirror).entrySet().stream()
                .filter(e -> e.getKey().getSimpleName().contentEquals("kernel"))
                .map(e -> e.getValue())
                .map(AnnotationValue::getValue)
                .map(Object::toString)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(type.getSimpleName() + "Kernel"));
      }
    }
    return Optional.empty();
  }
}
