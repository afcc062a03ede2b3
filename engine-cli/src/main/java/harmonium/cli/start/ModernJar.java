package harmonium.cli.start;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar whose class files of Java 5 and before, as picocli's are, have become ones of Java 8. The
 * Java machine caches no older ones, since they lack the stack maps by which it verifies quickly.
 */
final class ModernJar {
  private static final int MAJOR = 7;

  private final ClassFile classFile;

  private ModernJar(ClassLoader types) {
    classFile =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(types)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  /**
   * Writes a jar anew; every entry keeps its name, time and place, and whatever is no old class
   * file its bytes.
   *
   * @param types finds the classes of the jar
   * @throws IOException if it cannot be read or written
   * @throws IllegalArgumentException if it holds an old class file that cannot be understood
   */
  static void write(Path jar, ClassLoader types, OutputStream to) throws IOException {
    ModernJar modern = new ModernJar(types);
    try (ZipFile from = new ZipFile(jar.toFile())) {
      ZipOutputStream out = new ZipOutputStream(to);
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(entry.getName().endsWith(".class") ? modern.classFile(bytes) : bytes);
      }
      out.finish();
    }
  }

  private byte[] classFile(byte[] bytes) {
    if (bytes[MAJOR] >= ClassFile.JAVA_6_VERSION) {
      return bytes;
    }
    ClassTransform version =
        (builder, element) ->
            builder.with(
                element instanceof ClassFileVersion
                    ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0)
                    : element);
    // Every instruction is written anew, since only then stack maps are made.
    ClassTransform code =
        ClassTransform.transformingMethodBodies((to, element) -> to.with(element));
    return classFile.transformClass(classFile.parse(bytes), version.andThen(code));
  }
}
