package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Call;
import harmonium.kernel.Lanes;
import harmonium.kernel.Outputs;
import harmonium.kernel.RowSums;
import harmonium.kernel.Rows;
import harmonium.kernel.Schedule;
import harmonium.kernel.SequenceKernel;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import harmonium.processor.plan.Draws;
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
 * Writes the public class of a kernel: its constants, its memory, and those statements that are the
 * same at every width.
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
    type.addField(constant(Outputs.class, "OUTPUTS", constants.outputs()));
    memory(type);
    KernelCreation.write(type, kernel);
    new KernelSymbols(program).write(type);
    new KernelDispatch(places, statements, kernel).write(type);
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
    type.addType(KernelCreation.factory(program.name()));
    return type.build();
  }

  /** The names that mean something else within the class, because the model brings them along. */
  private String[] inherited() {
    // JavaPoet would import the outer class for these, whatever its name means.
    Stream<String> nested = Stream.of("Layout", "Order");
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
    for (Symbol.UnitLayer layer : plan.derived().units().values()) {
      String sums = places.sums(layer.axis().name());
      if (layer.role() != Symbol.Role.INPUT && !wholeFields().containsKey(sums)) {
        fields.put(sums, Plan.padded(layer.axis().size()));
      }
    }
    fields.put("tree", 16);
    for (Statement s : statements) {
      OrderedLines.scratch(places, s).forEach(fields::put);
    }
    return fields;
  }

  /** Fields for sums over time, with the columns of each. */
  private Map<String, Integer> totals() {
    Map<String, Integer> fields = new LinkedHashMap<>();
    for (Statement s : statements) {
      switch (s) {
        case Statement.Total(String parameter, Expr.Ref series) -> total(fields, parameter, series);
        case Statement.TotalBefore(String parameter, Expr.Ref series) ->
            total(fields, parameter, series);
        default -> {}
      }
    }
    return fields;
  }

  private void total(Map<String, Integer> fields, String parameter, Expr.Ref series) {
    if (series.shape().rank() > 0) {
      fields.put(places.totals(parameter), Plan.padded(series.shape().axis().size()));
    }
  }

  /** Fields of whole numbers, with those of a row. */
  private Map<String, Integer> wholeFields() {
    Map<String, Integer> fields = new LinkedHashMap<>();
    Draws.of(statements)
        .filter(Statement.Sample::fixed)
        .forEach(s -> {
          fields.put(places.sums(s.axis().name()), Plan.padded(s.axis().size()));
          fields.put(places.fixed(s.start()), Plan.padded(s.axis().size()));
        });
    ChainScratch chains = new ChainScratch(places);
    Draws.of(statements)
        .filter(plan::byColumns)
        .forEach(s -> {
          fields.put(places.startColumns(s.start()), Plan.padded(s.axis().size()));
          if (plan.squeezed(s)) {
            fields.put(places.least(s.start()), Plan.padded(s.axis().size()));
          }
          chains.fields().forEach(field -> fields.put(field.name(), field.row()));
        });
    return fields;
  }

  /** What draws in whole numbers need beside the rows. */
  private void wholeNumbers(TypeSpec.Builder type) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Point s -> {
          type.addField(FieldSpec.builder(int.class, places.point(s.dest())).build());
          type.addField(FieldSpec.builder(int.class, places.most(s.dest())).build());
          int reaches =
              s.matrices().stream().mapToInt(m -> Plan.padded(m.columns())).max().orElse(0);
          rowSums(type, places.reaches(s.dest()), reaches);
        }
        case Statement.Fix s -> whole(type, places.fixed(s.matrix()), grouped(s.matrix()));
        case Statement.Table s -> {
          whole(type, places.table(s.matrix()), Rows.FIRST + s.size());
          type.addField(FieldSpec.builder(boolean.class, places.made(s.matrix())).build());
        }
        case Statement.Columns s -> wholeInLanes(type, places.columns(s.matrix()), s.size());
        case Statement.Bound s -> wholeInLanes(type, places.bound(s.matrix()), s.size());
        default -> {}
      }
    }
  }

  /** Numbers of a copy. */
  private static int copied(Matrix matrix) {
    return Rows.FIRST + matrix.rows() * Plan.padded(matrix.columns());
  }

  /** Numbers of a copy whose rows are added in groups of four: of zeros where there are no more. */
  private static int grouped(Matrix matrix) {
    return Rows.FIRST + (matrix.rows() + 3) / 4 * 4 * Plan.padded(matrix.columns());
  }

  private static void whole(TypeSpec.Builder type, String field, int size) {
    type.addField(
        FieldSpec.builder(int[].class, field, Modifier.FINAL)
            .initializer("new int[$L]", size)
            .build());
  }

  /** Whole numbers that only chains side by side need. */
  private static void wholeInLanes(TypeSpec.Builder type, String field, int size) {
    type.addField(
        FieldSpec.builder(int[].class, field, Modifier.FINAL)
            .initializer("new int[lanes() == $T.BITS_512 ? $L : 0]", Lanes.class, Rows.FIRST + size)
            .build());
  }

  private static void rowSums(TypeSpec.Builder type, String field, int columns) {
    type.addField(
        FieldSpec.builder(RowSums.class, field, Modifier.FINAL)
            .initializer("new $T($L)", RowSums.class, columns)
            .build());
  }

  private static void floats(TypeSpec.Builder type, String field, int size) {
    type.addField(
        FieldSpec.builder(float[].class, field, Modifier.FINAL)
            .initializer("new float[$L]", size)
            .build());
  }

  private void memory(TypeSpec.Builder type) {
    Code code = new Code();
    wholeFields()
        .forEach((field, row) -> {
          type.addField(FieldSpec.builder(int[].class, field).initializer("{}").build());
          // The last block of chains side by side may reach beyond the last row.
          code.line("%s = new int[(rows + 15) * %d%s];", field, row, Places.FIRST);
        });
    wholeNumbers(type);
    floatFields()
        .forEach((field, row) -> {
          type.addField(FieldSpec.builder(float[].class, field).initializer("{}").build());
          code.line("%s = new float[rows * %d%s];", field, row, row == 1 ? "" : Places.FIRST);
        });
    for (Map.Entry<String, Axis> layer : plan.layers().entrySet()) {
      String field = places.bits(layer.getKey());
      type.addField(FieldSpec.builder(long[].class, field).initializer("{}").build());
      code.line("%s = new long[rows * %d];", field, Plan.words(layer.getValue().size()));
    }
    Map<String, Integer> matrices = new LinkedHashMap<>();
    plan.computed()
        .keySet()
        .forEach(m -> matrices.put(places.matrix(m), places.rows(m) * places.stride(m)));
    for (Statement s : statements) {
      if (s instanceof Statement.Clear(String m)) {
        matrices.put(places.gradient(m), places.rows(m) * places.stride(m));
      }
      matrices.putAll(OrderedLines.scratchOfMatrices(places, s));
    }
    matrices.forEach((field, size) -> floats(type, field, size));
    totals().forEach((field, columns) -> rowSums(type, field, columns));
    plan.copies().forEach(m -> floats(type, places.copy(m), copied(m)));
    type.addField(
        FieldSpec.builder(Call.class, "now", Modifier.FINAL).initializer("super.call").build());
    type.addMethod(
        KernelDispatch.protectedMethod("reserve", void.class)
            .addParameter(int.class, "rows")
            .addCode(code.block())
            .build());
  }
}
