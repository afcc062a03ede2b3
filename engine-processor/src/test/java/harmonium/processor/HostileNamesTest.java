package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code compiles whatever else has the names of the types that it uses. */
class HostileNamesTest {
  private static final List<String> OF_JAVA_LANG =
      List.of(
          "Object", "Class", "Record", "Void", "Throwable", "StrictMath", "Iterable", "Comparable");

  private static final String BODY =
      """
      {
        %s
        @Visible(5) Units v();
        @Hidden(4) Units h();
        @Parameter(value = {"v", "h"}, normal = 0.01) Tensor W();
        @Parameter({"h", "h"}) Tensor U();
        @Parameter("v") Tensor bv();
        @Parameter("h") Tensor bh();
        @Parameter("h") Tensor r0();
        @Parameter Tensor gain();
        @State(of = "h", initial = "r0") @Equation("tanh(bh + v @ W + r[t-1] @ U)") Units r();
        @Equation("bh + gain * exp(r[t-1])") Tensor bh_t();
        @Equation("sum(r) + softplus(gain)") Scalar total();
        @Energy("-(v @ bv) - (h @ bh_t) - (v @ W @ h) - sum(v[t-1] * v) * total[t-1]")
        Scalar energy();
      }
      """;

  /** Whatever generated code imports, and what it could use without an import. */
  private static Set<String> names() {
    Set<String> names = new TreeSet<>(OF_JAVA_LANG);
    for (String source : model("Plain", "").sources().values()) {
      source
          .lines()
          .filter(line -> line.startsWith("import "))
          .map(line -> line.substring(line.lastIndexOf('.') + 1, line.length() - 1))
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void classesOfThePackage() {
    Set<String> names = names();
    assertThat(names)
        .contains("ScalarMath", "FloatVector", "Arrays", "List", "Pass", "Kernel", "Outputs");
    model(
        "Plain",
        "",
        Stream.concat(names.stream(), Stream.of("Factory", "Layout", "Order"))
            .map(name ->
                JavaFileObjects.forSourceString(
                    "zoo." + name, "package zoo; class %s {}".formatted(name)))
            .toArray(JavaFileObject[]::new));
  }

  @Test
  void typesAndConstantsOfTheModel() {
    Set<String> names = names();
    names.removeAll(Set.of("Units", "Tensor", "Scalar", "Override", "String"));
    StringBuilder members = new StringBuilder("int call = 1; int now = 2; class Layout {} ");
    for (String name : names) {
      members.append("class %s {} int %s = 3; ".formatted(name, name));
    }
    assertThat(model("Plain", members.toString()).program().name()).isEqualTo("Plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Math", "String", "Override", "List", "Kernel", "Pass", "FloatVector", "small"})
  void theModelItself(String name) {
    assertThat(model(name, "").program().name()).isEqualTo(name);
  }

  private static CompiledModel model(String name, String members, JavaFileObject... others) {
    StringBuilder imports = new StringBuilder();
    for (String type :
        "Energy Equation Hidden Model Parameter Scalar State Tensor Units Visible".split(" ", -1)) {
      imports.append("import harmonium.api.").append(type).append(";\n");
    }
    return CompiledModel.of(
        name,
        "package zoo;\n" + imports + "@Model public interface " + name + BODY.formatted(members),
        others);
  }

  @Test
  void localsOfGeneratedCodeAreNoNamesOfSeries() throws IOException {
    String model = Files.readString(Path.of("src/test/resources/good/namesOfLocals.java"));
    CompiledModel compiled =
        CompiledModel.of(
            "NamesOfLocals", "package zoo;\n" + model.replace("\ninterface", "\npublic interface"));
    assertThat(compiled.classes()).containsKey("zoo.NamesOfLocalsKernel");
  }
}
