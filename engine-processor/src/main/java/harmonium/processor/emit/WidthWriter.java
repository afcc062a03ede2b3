package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import harmonium.kernel.Rows;
import harmonium.kernel.Schedule.Order;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Phase;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.Modifier;

/** Writes the statements of one width, or of the scalar twin, as static methods of a class. */
final class WidthWriter {
  private static final String VECTOR = "jdk.incubator.vector";
  private static final ClassName RANDOM = ClassName.get("harmonium.kernel", "RandomStream");

  private final Places places;
  private final List<Statement> statements;
  private final ClassName kernel;
  private final int lanes;
  private final StatementLines lines;
  private final Set<Statement> stepByStep = new HashSet<>();
  private final Map<Statement.Sample, Integer> drawn;

  /**
   * For one width.
   *
   * @param lanes floats of a vector; 1 for the scalar twin
   */
  WidthWriter(Places places, List<Statement> statements, ClassName kernel, int lanes) {
    this.places = places;
    this.statements = statements;
    this.kernel = kernel;
    this.lanes = lanes;
    drawn = numbered();
    lines = lanes == 1 ? new ScalarStatements(places) : new VectorStatements(places, lanes);
    for (List<Phase> phases : places.plan().passes().values()) {
      for (Phase phase : phases) {
        if (phase.order() != Order.TOGETHER) {
          stepByStep.addAll(phase.statements());
        }
      }
    }
  }

  /** Simple name of the class of a width. */
  static String className(ClassName kernel, int lanes) {
    return kernel.simpleName() + (lanes == 1 ? "Scalar" : String.valueOf(lanes * 32));
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className(kernel, lanes))
            .addModifiers(Modifier.FINAL)
            .addAnnotation(Kernels.SUPPRESS)
            .addJavadoc(
                lanes == 1
                    ? "The statements of {@link $T} in plain Java: what the vectors agree with, bit for"
                        + " bit."
                    : "The statements of {@link $T} with vectors of " + lanes + " floats.",
                kernel);
    if (lanes > 1) {
      type.addField(species("FloatVector", "F")).addField(species("IntVector", "I"));
    }
    constants(type);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(run());
    if (lanes > 1 && statements.stream().anyMatch(places.plan()::inFours)) {
      type.addMethod(runFour());
    }
    Set<String> written = new HashSet<>();
    for (Statement s : statements) {
      if (StatementLines.wide(s)) {
        method(type, s, written);
      }
    }
    return type.build();
  }

  /** What draws read, if there are any. */
  private void constants(TypeSpec.Builder type) {
    Draws.of(statements)
        .mapToInt(s -> Plan.padded(s.axis().size()))
        .max()
        .ifPresent(units -> {
          constant(type, "ADDENDS", "$T.addends($L)", units);
          constant(type, "MULTIPLIERS", "$T.multipliers($L)", units);
        });
  }

  private static void constant(TypeSpec.Builder type, String name, String value, int units) {
    type.addField(
        FieldSpec.builder(int[].class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(value, RANDOM, units)
            .build());
  }

  private FieldSpec species(String vector, String name) {
    TypeName of =
        ParameterizedTypeName.get(
            ClassName.get(VECTOR, "VectorSpecies"),
            ClassName.get("java.lang", vector.equals("FloatVector") ? "Float" : "Integer"));
    return FieldSpec.builder(of, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.SPECIES_" + lanes * 32, ClassName.get(VECTOR, vector))
        .build();
  }

  private MethodSpec run() {
    Code code = new Code();
    code.open("switch (number)");
    for (int n = 0; n < statements.size(); n++) {
      if (StatementLines.wide(statements.get(n))) {
        code.line("case %d -> %s(k, from, to);", n, Kernels.method(places, statements.get(n), n));
      }
    }
    code.line("default -> throw new IllegalArgumentException(\"statement \" + number);");
    code.close();
    return MethodSpec.methodBuilder("run")
        .addModifiers(Modifier.STATIC)
        .addParameter(kernel, "k")
        .addParameter(int.class, "number")
        .addParameter(int.class, "from")
        .addParameter(int.class, "to")
        .addCode(code.block())
        .build();
  }

  private MethodSpec runFour() {
    Code code = new Code();
    code.open("switch (number)");
    for (int n = 0; n < statements.size(); n++) {
      if (places.plan().inFours(statements.get(n))) {
        code.line("case %d -> %s(k, t0, t1, t2, t3);", n, four(statements.get(n)));
      }
    }
    code.line("default -> throw new IllegalArgumentException(\"statement \" + number);");
    code.close();
    return steps(
            MethodSpec.methodBuilder("runFour")
                .addModifiers(Modifier.STATIC)
                .addParameter(kernel, "k")
                .addParameter(int.class, "number"))
        .addCode(code.block())
        .build();
  }

  private static MethodSpec.Builder steps(MethodSpec.Builder method) {
    VectorAccumulate.STEPS.forEach(t -> method.addParameter(int.class, t));
    return method;
  }

  /** The method of a statement for a step of each of four chunks. */
  private String four(Statement s) {
    return places.method(name(s) + "_four");
  }

  private String name(Statement s) {
    return Kernels.method(places, s, statements.indexOf(s));
  }

  private void forFour(TypeSpec.Builder type, Statement.Accumulate s) {
    Code code = commented(s);
    lines.four(code, s, partsOf(type, name(s)));
    type.addMethod(
        steps(
                MethodSpec.methodBuilder(four(s))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(kernel, "k"))
            .addCode(code.block())
            .build());
  }

  private void method(TypeSpec.Builder type, Statement statement, Set<String> written) {
    Code code = commented(statement);
    Parts parts = partsOf(type, name(statement));
    switch (statement) {
      case Statement.Accumulate s -> lines.accumulate(code, s, stepByStep.contains(s), parts);
      case Statement.Reduce s -> lines.reduce(code, s);
      case Statement.Outer s -> lines.outer(code, s, parts);
      case Statement.Table s -> lines.table(code, s);
      case Statement.Columns s -> lines.columns(code, s);
      case Statement.Bound s -> lines.bound(code, s, parts);
      case Statement.Again s -> {
        draw(type, s.sample(), written);
        again(code, s);
      }
      case Statement.Chain s -> {
        s.sweep().forEach(sample -> draw(type, sample, written));
        chain(type, code, s, written);
      }
      default -> throw new IllegalStateException("the same at every width: " + statement.dest());
    }
    type.addMethod(
        MethodSpec.methodBuilder(name(statement))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(kernel, "k")
            .addParameter(int.class, "from")
            .addParameter(int.class, "to")
            .addCode(code.block())
            .build());
    if (lanes > 1 && statement instanceof Statement.Accumulate s && places.plan().inFours(s)) {
      forFour(type, s);
    }
  }

  private Parts partsOf(TypeSpec.Builder type, String method) {
    return (suffix, indices, body) -> {
      Code code = new Code();
      body.accept(code);
      String name = places.method(method + "_" + suffix);
      MethodSpec.Builder part =
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(kernel, "k");
      indices.forEach(index -> part.addParameter(int.class, index));
      type.addMethod(part.addCode(code.block()).build());
      return name;
    };
  }

  private static Code commented(Statement statement) {
    return new Code().line("// %s", StatementComment.of(statement));
  }

  /** The method that draws one layer at one step. */
  private void draw(TypeSpec.Builder type, Statement.Sample s, Set<String> written) {
    String name = drawName(s);
    if (s.fixed() && written.add(startName(s))) {
      Code start = new Code().line("// %s in units of 2^-%s", s.start(), s.point());
      lines.start(start, s);
      type.addMethod(
          MethodSpec.methodBuilder(startName(s))
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(kernel, "k")
              .addParameter(int.class, "t")
              .addCode(start.block())
              .build());
    }
    if (!written.add(name)) {
      return;
    }
    Code code = commented(s);
    lines.sample(code, s, partsOf(type, name));
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(kernel, "k")
            .addParameter(int.class, "t")
            .addParameter(int.class, "from")
            .addParameter(long.class, "key")
            .addParameter(int.class, "counter")
            .addCode(code.block())
            .build());
  }

  String drawName(Statement.Sample s) {
    return places.method("draw_" + s.dest() + (drawn.get(s) == 0 ? "" : "_" + drawn.get(s)));
  }

  private String startName(Statement.Sample s) {
    return places.method("start_" + s.start());
  }

  /** Names of what makes whole numbers of what draws start from, once for all sweeps. */
  List<String> starts(List<Statement.Sample> samples) {
    return samples.stream()
        .filter(Statement.Sample::fixed)
        .map(this::startName)
        .distinct()
        .toList();
  }

  /** Draws of one layer given others have names of their own: a chain may draw it in two ways. */
  private Map<Statement.Sample, Integer> numbered() {
    Map<Statement.Sample, Integer> numbers = new HashMap<>();
    Map<String, Integer> next = new HashMap<>();
    Draws.of(statements)
        .forEach(sample ->
            numbers.computeIfAbsent(sample, s -> next.merge(s.dest(), 1, Integer::sum) - 1));
    return numbers;
  }

  private void chain(TypeSpec.Builder type, Code code, Statement.Chain s, Set<String> written) {
    code.line("int t = from;");
    if (lanes == Rows.CHAINS && s.sweep().stream().anyMatch(places.plan()::byColumns)) {
      String sideBySide = new ChainBlocks(places, kernel, type, this, written).write(s);
      code.line("int end = k.now.endOfLanes(from, to);");
      code.open("if (end > from)");
      code.line("%s(k, from, end);", sideBySide);
      code.line("t = end;");
      code.close();
    }
    code.open("for (; t < to; t++)");
    code.line("long key = k.now.rowKey(t);");
    starts(s.sweep()).forEach(name -> code.line("%s(k, t);", name));
    sweeps(
        code,
        s,
        (sample, counter) -> code.line("%s(k, t, from, key, %s);", drawName(sample), counter));
    code.close();
  }

  /** The counter of the random stream goes on by one with each layer. */
  static void sweeps(Code code, Statement.Chain s, BiConsumer<Statement.Sample, String> draw) {
    int perSweep = s.sweep().size();
    String first = s.earlier() == 0 ? "" : "k.now.sweeps * %d + ".formatted(s.earlier());
    code.open("for (int sweep = 0; sweep < k.now.sweeps; sweep++)");
    int before = 0;
    for (Statement.Sample sample : s.sweep()) {
      String after = before == 0 ? "" : " + " + before;
      draw.accept(sample, first + "sweep * " + perSweep + after);
      before++;
    }
    code.close();
  }

  /** One more draw after the chains. */
  private void again(Code code, Statement.Again s) {
    code.open("for (int t = from; t < to; t++)");
    code.line("long key = k.now.rowKey(t);");
    starts(List.of(s.sample())).forEach(name -> code.line("%s(k, t);", name));
    String skipped = s.skipped() == 0 ? "" : " + " + s.skipped();
    code.line(
        "%s(k, t, from, key, k.now.sweeps * %d%s);", drawName(s.sample()), s.perSweep(), skipped);
    code.close();
  }
}
