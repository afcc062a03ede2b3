package harmonium.processor.check;

import harmonium.kernel.Kernel;
import harmonium.kernel.SequenceKernel;
import harmonium.processor.ir.UnaryOp;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows the names that no symbol can have, and why. */
final class ReservedNames {
  private ReservedNames() {}

  /** Why the name is reserved, if it is. */
  static Optional<String> reason(String name) {
    if (isMethodOf(Kernel.class.getMethods(), name)
        || isMethodOf(SequenceKernel.class.getDeclaredMethods(), name)) {
      return Optional.of("every kernel has a method of that name");
    }
    if (isMethodOf(Object.class.getDeclaredMethods(), name)) {
      return Optional.of("every object has a method of that name");
    }
    if (name.startsWith("harmonium")) {
      return Optional.of("generated code uses names that start with harmonium");
    }
    if (name.equals("t")) {
      return Optional.of("t is the time");
    }
    return isFunction(name) ? Optional.of("it is a function") : Optional.empty();
  }

  /** Whether equations can call the name. */
  static boolean isFunction(String name) {
    return functions().anyMatch(name::equals);
  }

  /** The names that equations can call. */
  static Stream<String> functions() {
    Stream<String> elementwise =
        Stream.of(UnaryOp.values()).filter(UnaryOp::callable).map(UnaryOp::spelling);
    return Stream.concat(elementwise, Stream.of("sum"));
  }

  private static boolean isMethodOf(Method[] methods, String name) {
    return Stream.of(methods)
        .filter(m -> !Modifier.isPrivate(m.getModifiers()))
        .anyMatch(m -> m.getParameterCount() == 0 && m.getName().equals(name));
  }
}
