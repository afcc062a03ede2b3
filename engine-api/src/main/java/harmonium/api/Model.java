package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that an interface is a model of sequences. The annotation processor derives its
 * conditionals, free energy and gradients and writes a kernel for it, by default the class {@code
 * <Interface>Kernel} in the same package.
 *
 * <p>Every method of the interface is one symbol: its name is the name in the equations, and its
 * annotation says what it is. A model may extend other models and building blocks (interfaces
 * without {@code @Model}); it overrides or adds symbols. An override keeps the axes.
 *
 * <p>The interface has no type parameters, is not private, and if it is sealed it permits its
 * kernel. Where {@code -Xlint:auxiliaryclass} is on, a second top-level model of one file needs a
 * file of its own or a place within a type: javac warns of the kernel that names it, and nothing in
 * the kernel can stop that. The package page has a whole model.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {
  /**
   * Simple name of the generated class, letters, digits and _; empty for {@code <Interface>Kernel}.
   */
  String kernel() default "";

  /** Sizes of layers and states that win over every other place that gives one. */
  Size[] sizes() default {};
}
