package harmonium.cli;

import harmonium.kernel.KernelFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;
import java.util.Locale;

/**
 * Measures the methods of a kernel by its class files: above 8,000 bytes HotSpot would leave one to
 * the interpreter.
 */
final class Bytecode {
  private static final List<String> WIDTHS = List.of("", "Scalar", "128", "256", "512");

  private Bytecode() {}

  /** A line for each class of a kernel; without the class files, one that says so. */
  static String of(KernelFactory factory) {
    Class<?> kernel = factory.getClass().getEnclosingClass();
    StringBuilder text = new StringBuilder();
    for (String width : WIDTHS) {
      byte[] file = kernel == null ? null : file(kernel, kernel.getSimpleName() + width);
      if (file != null) {
        text.append(line(kernel.getSimpleName() + width, file));
      }
    }
    return text.isEmpty()
        ? "no class files to be read\n"
        : "%-32s%9s%10s  %s%n".formatted("class", "methods", "bytes", "largest (of at most 7,999)")
            + text;
  }

  private static byte[] file(Class<?> kernel, String name) {
    try (InputStream in = kernel.getResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String name, byte[] file) {
    int methods = 0;
    int bytes = 0;
    int most = -1;
    String largest = "";
    for (MethodModel method : ClassFile.of().parse(file).methods()) {
      int size = method.findAttribute(Attributes.code()).map(CodeAttribute::codeLength).orElse(0);
      methods++;
      bytes += size;
      if (size > most) {
        most = size;
        largest = method.methodName().stringValue();
      }
    }
    return String.format(
        Locale.ROOT, "%-32s%,9d%,10d  %,d %s%n", name, methods, bytes, most, largest);
  }
}
