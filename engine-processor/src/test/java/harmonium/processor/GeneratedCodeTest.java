package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every generated class. */
class GeneratedCodeTest {
  /** HotSpot leaves methods of this many bytes to the interpreter for ever. */
  private static final int HUGE = 8_000;

  static Stream<Arguments> models() {
    return Stream.concat(
        ShippedModel.all().stream().map(m -> Arguments.of(m.name(), m.whole())),
        Stream.of(
            Arguments.of("RnnRbm 704/1200/800", ShippedModel.named("RnnRbm").sized(704, 1200, 800)),
            Arguments.of("Long", Zoo.lengthy(40)),
            Arguments.of("Odd 88/150/100", Zoo.odd(88, 150, 100))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void noMethodIsTooLargeToBeCompiled(String name, CompiledModel model) {
    for (Map.Entry<String, byte[]> file : model.classes().entrySet()) {
      ClassModel type = ClassFile.of().parse(file.getValue());
      for (MethodModel method : type.methods()) {
        int size = method.findAttribute(Attributes.code()).map(CodeAttribute::codeLength).orElse(0);
        assertThat(size)
            .as("%s.%s", file.getKey(), method.methodName().stringValue())
            .isLessThan(HUGE);
      }
    }
  }

  @Test
  void theSameModelGivesTheSameText() {
    assertThat(Zoo.odd(5, 4, 3).sources()).isEqualTo(Zoo.odd(5, 4, 3).sources());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void generatedCodeCallsTheKernelPackageAndTheJdkAlone(String name, CompiledModel model) {
    for (Map.Entry<String, String> source : model.sources().entrySet()) {
      assertThat(source.getValue().lines().filter(l -> l.startsWith("import ")))
          .as(source.getKey())
          .allMatch(l -> l.matches("import (java\\.|jdk\\.|harmonium\\.(kernel|api)\\.).*"));
    }
  }
}
