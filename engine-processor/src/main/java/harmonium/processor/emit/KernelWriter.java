package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Call;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Layer;
import harmonium.kernel.Parameters;
import harmonium.kernel.Schedule;
import harmonium.kernel.SequenceKernel;
import harmonium.kernel.Team;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import harmonium.processor.plan.Matrix;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the public class of a kernel: its memory, the order of its statements, the symbols of the
 * model, and those statements that are the same at every width.
 */
final class KernelWriter {
  private final Places places;
  private final Plan plan;
  private final Program program;
  private final List<Statement> statements;
  private final ClassName kernel;

  KernelWriter(Places places, List<Statement> statements, ClassName kernel) {
    this.places = places;
    plan = places.plan();
    program = plan.derived().program();
    this.statements = statements;
    this.kernel = kernel;
  }

  TypeSpec write() {
    ClassName model = Kernels.model(program);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(kernel)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(SequenceKernel.class)
            .addSuperinterface(model)
            .addAnnotation(Kernels.SUPPRESS)
            .alwaysQualify(inherited())
            .addJavadoc(KernelJavadoc.of(program, plan.derived(), model));
    KernelConstants constants = new KernelConstants(places, statements);
    type.addField(constant(Blueprint.class, "BLUEPRINT", constants.blueprint()));
    type.addField(constant(Schedule.class, "SCHEDULE", constants.schedule()));
    type.addField(constant(SequenceKernel.Outputs.class, "OUTPUTS", constants.outputs()));
    memory(type);
    creation(type);
    symbols(type);
    dispatch(type);
    lookups(type);
    for (int n = 0; n < statements.size(); n++) {
      Statement s = statements.get(n);
      if (!StatementLines.wide(s)) {
        Code code = new Code();
        code.line("// %s", StatementComment.of(s));
        new CommonStatements(places).spell(code, s);
        type.addMethod(
            MethodSpec.methodBuilder(Kernels.method(places, s, n))
                .addModifiers(Modifier.PRIVATE)
                .addParameter(int.class, "from")
                .addParameter(int.class, "to")
                .addCode(code.block())
                .build());
      }
    }
    type.addType(factory());
    return type.build();
  }

  /** The names that mean something else within the class, because the model brings them along. */
  private String[] inherited() {
    // JavaPoet would import the outer class for these, whatever its name means.
    Stream<String> nested = Stream.of("Layout", "Order", "Outputs");
    return program.members().isEmpty()
        ? new String[0]
        : Stream.concat(program.members().stream(), nested).toArray(String[]::new);
  }

  private static FieldSpec constant(Class<?> type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  /** Fields by name, with the floats or words of a row. */
  private Map<String, Integer> floatFields() {
    Map<String, Integer> fields = new LinkedHashMap<>();
    plan.vectors().forEach((n, a) -> fields.put(places.array(n), Plan.padded(a.size())));
    for (Statement s : statements) {
      if (s instanceof Statement.Expand e) {
        fields.put(places.array(e.dest()), Plan.padded(e.axis().size()));
      }
    }
    plan.scalars().forEach(n -> fields.put(places.array(n), 1));
    plan.layers().values().forEach(a -> fields.put(places.sums(a.name()), Plan.padded(a.size())));
    fields.put("tree", 16);
    return fields;
  }

  private void memory(TypeSpec.Builder type) {
    Code code = new Code();
    floatFields()
        .forEach((field, row) -> {
          type.addField(FieldSpec.builder(float[].class, field).initializer("{}").build());
          code.line("%s = new float[rows * %d];", field, row);
        });
    for (Map.Entry<String, Axis> layer : plan.layers().entrySet()) {
      String field = places.bits(layer.getKey());
      type.addField(FieldSpec.builder(long[].class, field).initializer("{}").build());
      code.line("%s = new long[rows * %d];", field, Plan.words(layer.getValue().size()));
    }
    for (Matrix m : plan.copies()) {
      type.addField(
          FieldSpec.builder(float[].class, places.copy(m), Modifier.FINAL)
              .initializer("new float[$L]", m.rows() * Plan.padded(m.columns()))
              .build());
    }
    type.addField(
        FieldSpec.builder(Call.class, "now", Modifier.FINAL).initializer("super.call").build());
    type.addMethod(
        protectedMethod("reserve", void.class)
            .addParameter(int.class, "rows")
            .addCode(code.block())
            .build());
  }

  private static MethodSpec.Builder protectedMethod(String name, Class<?> returns) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(returns);
  }

  private void creation(TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Parameters.class, "parameters")
            .addParameter(Lanes.class, "lanes")
            .addParameter(Team.class, "team")
            .addStatement("super(BLUEPRINT, parameters, lanes, team, SCHEDULE, OUTPUTS)")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("create")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                "A kernel with fresh parameters, drawn from {@code seed} as the model declares them."
                    + " The seed also starts its random stream.\n")
            .addParameter(long.class, "seed")
            .returns(kernel)
            .addStatement("$T kernel = over($T.drawn(BLUEPRINT, seed))", kernel, Parameters.class)
            .addStatement("kernel.seed(seed)")
            .addStatement("return kernel")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("over")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                "A kernel over parameters that others may share, with the width of this machine and"
                    + " no further thread.\n")
            .addParameter(Parameters.class, "parameters")
            .returns(kernel)
            .addStatement(
                "return over(parameters, $T.chosen(), $T.alone())", Lanes.class, Team.class)
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("over")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("A kernel with a given width whose rows are shared out in a team.\n")
            .addParameter(Parameters.class, "parameters")
            .addParameter(Lanes.class, "lanes")
            .addParameter(Team.class, "team")
            .returns(kernel)
            .addStatement("return new $T(parameters, lanes, team)", kernel)
            .build());
  }

  private void symbols(TypeSpec.Builder type) {
    for (Symbol symbol : program.symbols()) {
      switch (symbol) {
        case Symbol.UnitLayer s ->
            symbol(type, s.name(), Units.class, CodeBlock.of("$L", layerOf(s)));
        case Symbol.Parameter s ->
            symbol(type, s.name(), Tensor.class, CodeBlock.of("parameters().tensor($S)", s.name()));
        case Symbol.Series s when s.state() ->
            symbol(
                type,
                s.name(),
                Units.class,
                CodeBlock.of("stateUnits($S, $L)", s.name(), s.shape().axis().size()));
        case Symbol.Series s when s.asNumber() ->
            symbol(type, s.name(), Scalar.class, CodeBlock.of("lastOf($S)", s.name()));
        case Symbol.Series s ->
            symbol(type, s.name(), Tensor.class, CodeBlock.of("value($S)", s.name()));
        case Symbol.EnergyFunction s ->
            symbol(type, s.name(), Scalar.class, CodeBlock.of("energyOf($S)", s.name()));
      }
    }
  }

  private CodeBlock layerOf(Symbol.UnitLayer s) {
    return s.role() == Symbol.Role.VISIBLE
        ? CodeBlock.of("BLUEPRINT.visible()")
        : CodeBlock.of("BLUEPRINT.hidden().get($L)", program.hidden().indexOf(s));
  }

  private static void symbol(
      TypeSpec.Builder type, String name, Class<?> returns, CodeBlock value) {
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(returns)
            .addStatement("return $L", value)
            .build());
  }

  private void dispatch(TypeSpec.Builder type) {
    Code code = new Code();
    Code extents = new Code();
    code.open("switch (number)");
    extents.open("return switch (number)");
    for (int n = 0; n < statements.size(); n++) {
      Statement s = statements.get(n);
      if (!StatementLines.wide(s)) {
        code.line("case %d -> %s(from, to);", n, Kernels.method(places, s, n));
      }
      int rows = rows(s);
      if (rows >= 0) {
        extents.line("case %d -> %d; // %s", n, rows, StatementComment.of(s));
      }
    }
    extents.line("default -> -1;");
    code.open("default ->");
    code.open("switch (lanes())");
    String name = kernel.simpleName();
    code.line("case SCALAR -> %sScalar.run(this, number, from, to);", name);
    for (int bits : new int[] {128, 256, 512}) {
      code.line("case BITS_%d -> %s%d.run(this, number, from, to);", bits, name, bits);
    }
    code.close().close().close();
    type.addMethod(
        protectedMethod("statement", void.class)
            .addParameter(int.class, "number")
            .addParameter(int.class, "from")
            .addParameter(int.class, "to")
            .addCode(code.block())
            .build());
    extents.end("};");
    type.addMethod(
        protectedMethod("rows", int.class)
            .addParameter(int.class, "number")
            .addCode(extents.block())
            .build());
  }

  private int rows(Statement statement) {
    return switch (statement) {
      case Statement.Outer s -> places.parameter(s.dest()).rows();
      case Statement.Copy s -> s.matrix().rows();
      case Statement.Total s -> 1;
      case Statement.TotalBefore s -> 1;
      default -> -1;
    };
  }

  private void lookups(TypeSpec.Builder type) {
    Code memory = new Code();
    Code axes = new Code();
    memory.open("return switch (series)");
    axes.open("return switch (series)");
    plan.vectors()
        .forEach((name, axis) -> {
          memory.line("case \"%s\" -> %s;", name, places.array(name));
          axes.line(
              "case \"%s\" -> new Layer(\"%s\", %d, UnitType.GAUSSIAN);",
              name, axis.name(), axis.size());
        });
    for (String name : plan.scalars()) {
      memory.line("case \"%s\" -> %s;", name, places.array(name));
    }
    memory.line("default -> null;");
    axes.line("default -> null;");
    lookup(type, "memory", float[].class, memory);
    lookup(type, "axis", Layer.class, axes);
    type.addMethod(
        protectedMethod("visibleWords", long[].class)
            .addStatement("return $L", places.bits(program.visible().name()))
            .build());
    type.addMethod(
        protectedMethod("sampledWords", long[].class)
            .addStatement("return $L", places.bits(plan.derived().vSampled()))
            .build());
  }

  private static void lookup(TypeSpec.Builder type, String name, Class<?> returns, Code body) {
    type.addMethod(
        protectedMethod(name, returns)
            .addParameter(String.class, "series")
            .addCode(body.end("};").block())
            .build());
  }

  private TypeSpec factory() {
    return TypeSpec.classBuilder("Factory")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(KernelFactory.class)
        .addJavadoc("Makes kernels of {@link $L}; found as a service.\n", program.name())
        .addMethod(
            MethodSpec.methodBuilder("blueprint")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Blueprint.class)
                .addStatement("return BLUEPRINT")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Kernel.class)
                .addParameter(Parameters.class, "parameters")
                .addParameter(Lanes.class, "lanes")
                .addParameter(Team.class, "team")
                .addStatement("return over(parameters, lanes, team)")
                .build())
        .build();
  }
}
