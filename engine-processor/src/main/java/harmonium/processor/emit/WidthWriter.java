package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import harmonium.kernel.Schedule.Order;
import harmonium.processor.ir.Shape;
import harmonium.processor.plan.Phase;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
      type.addField(
          FieldSpec.builder(
                  ClassName.get(VECTOR, "IntVector"),
                  "LANE",
                  Modifier.PRIVATE,
                  Modifier.STATIC,
                  Modifier.FINAL)
              .initializer(
                  "$T.zero(I).addIndex(1).mul($T.STEP)", ClassName.get(VECTOR, "IntVector"), RANDOM)
              .build());
    }
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    type.addMethod(run());
    Set<String> written = new HashSet<>();
    for (Statement s : statements) {
      if (StatementLines.wide(s)) {
        method(type, s, written);
      }
    }
    return type.build();
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

  private void method(TypeSpec.Builder type, Statement statement, Set<String> written) {
    Code code = commented(statement);
    Parts parts = partsOf(type, Kernels.method(places, statement, statements.indexOf(statement)));
    switch (statement) {
      case Statement.Accumulate s -> lines.accumulate(code, s, stepByStep.contains(s), parts);
      case Statement.Reduce s -> lines.reduce(code, s);
      case Statement.Outer s -> lines.outer(code, s, parts);
      case Statement.Sample s -> {
        draw(type, s, written);
        once(code, s);
      }
      case Statement.Chain s -> {
        draw(type, s.hidden(), written);
        draw(type, s.visible(), written);
        chain(code, s);
      }
      default -> throw new IllegalStateException("the same at every width: " + statement.dest());
    }
    type.addMethod(
        MethodSpec.methodBuilder(Kernels.method(places, statement, statements.indexOf(statement)))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(kernel, "k")
            .addParameter(int.class, "from")
            .addParameter(int.class, "to")
            .addCode(code.block())
            .build());
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
            .addParameter(long.class, "key")
            .addParameter(int.class, "counter")
            .addCode(code.block())
            .build());
  }

  private String drawName(Statement.Sample s) {
    return places.method("draw_" + s.dest());
  }

  /** Counters of one sweep: the hidden units, then the visible ones. */
  private static int counters(Shape... layers) {
    int sum = 0;
    for (Shape layer : layers) {
      sum += Plan.padded(layer.axis().size());
    }
    return sum;
  }

  private void chain(Code code, Statement.Chain s) {
    int hidden = counters(Shape.vector(s.hidden().axis()));
    int sweep = counters(Shape.vector(s.hidden().axis()), Shape.vector(s.visible().axis()));
    code.open("for (int t = from; t < to; t++)");
    code.line("long key = RandomStream.rowKey(k.now.key, t);");
    code.open("for (int sweep = 0; sweep < k.now.sweeps; sweep++)");
    code.line("%s(k, t, key, sweep * %d);", drawName(s.hidden()), sweep);
    code.line("%s(k, t, key, sweep * %d + %d);", drawName(s.visible()), sweep, hidden);
    code.close().close();
  }

  /** One more draw of the hidden units after the chain. */
  private void once(Code code, Statement.Sample s) {
    int sweep =
        counters(Shape.vector(s.axis()), places.plan().derived().program().visible().shape());
    code.open("for (int t = from; t < to; t++)");
    code.line("long key = RandomStream.rowKey(k.now.key, t);");
    code.line("%s(k, t, key, k.now.sweeps * %d);", drawName(s), sweep);
    code.close();
  }
}
