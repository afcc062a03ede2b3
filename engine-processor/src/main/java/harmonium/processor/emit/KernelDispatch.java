package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.kernel.Layer;
import harmonium.kernel.ParameterBlock;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.StatementComment;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what the superclass of a kernel asks for by number or name: statements, their rows, and
 * the memory of series.
 */
final class KernelDispatch {
  private final Places places;
  private final Plan plan;
  private final List<Statement> statements;
  private final ClassName kernel;

  KernelDispatch(Places places, List<Statement> statements, ClassName kernel) {
    this.places = places;
    plan = places.plan();
    this.statements = statements;
    this.kernel = kernel;
  }

  void write(TypeSpec.Builder type) {
    dispatch(type);
    if (statements.stream().anyMatch(plan::inFours)) {
      fours(type);
    }
    lookups(type);
  }

  private void dispatch(TypeSpec.Builder type) {
    Code code = new Code();
    Code extents = new Code();
    Code blocks = new Code();
    boolean shared = false;
    code.open("switch (number)");
    extents.open("return switch (number)");
    blocks.open("return switch (number)");
    for (int n = 0; n < statements.size(); n++) {
      Statement s = statements.get(n);
      if (!StatementLines.wide(s)) {
        code.line("case %d -> %s(from, to);", n, Kernels.method(places, s, n));
      }
      int rows = rows(s);
      if (rows >= 0) {
        extents.line("case %d -> %d; // %s", n, rows, StatementComment.of(s));
      }
      int columns = plan.stepColumns(s);
      if (columns > 0 && s instanceof Statement.Accumulate a) {
        shared = true;
        int count = Plan.padded(a.axis().size()) / columns;
        blocks.line("case %d -> %d; // %s", n, count, StatementComment.of(s));
      }
    }
    extents.line("default -> -1;");
    blocks.line("default -> 0;");
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
    if (shared) {
      type.addMethod(
          protectedMethod("blocks", int.class)
              .addParameter(int.class, "number")
              .addCode(blocks.end("};").block())
              .build());
    }
  }

  /** Statements that are done for steps of four chunks at once, by vectors. */
  private void fours(TypeSpec.Builder type) {
    Code in = new Code();
    in.open("return lanes() != Lanes.SCALAR && switch (number)");
    for (int n = 0; n < statements.size(); n++) {
      if (plan.inFours(statements.get(n))) {
        in.line("case %d -> true; // %s", n, StatementComment.of(statements.get(n)));
      }
    }
    in.line("default -> false;");
    type.addMethod(
        protectedMethod("inFours", boolean.class)
            .addParameter(int.class, "number")
            .addCode(in.end("};").block())
            .build());
    Code four = new Code();
    four.open("switch (lanes())");
    four.line("case SCALAR -> throw new IllegalArgumentException(\"statement \" + number);");
    for (int bits : new int[] {128, 256, 512}) {
      four.line(
          "case BITS_%d -> %s%d.runFour(this, number, t0, t1, t2, t3);",
          bits, kernel.simpleName(), bits);
    }
    MethodSpec.Builder method =
        protectedMethod("four", void.class).addParameter(int.class, "number");
    VectorAccumulate.STEPS.forEach(t -> method.addParameter(int.class, t));
    type.addMethod(method.addCode(four.close().block()).build());
    type.addMethod(
        MethodSpec.methodBuilder("abreast")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(int.class)
            .addStatement("return lanes() == Lanes.SCALAR ? 1 : 4")
            .build());
  }

  private int rows(Statement statement) {
    return switch (statement) {
      case Statement.Outer s -> places.rows(s.dest());
      case Statement.Computed s -> places.rows(s.dest());
      case Statement.Handed s -> places.parameter(s.dest()).rows();
      case Statement.Descend s -> {
        ParameterBlock block = places.parameter(s.dest());
        yield block.axes().size() == 2 ? block.rows() : block.columns();
      }
      // Blocks of 16 columns of the inner axis.
      case Statement.OrderedBack s -> Plan.padded(s.value().shape().axis().size()) / 16;
      case Statement.Copy s -> s.matrix().rows();
      case Statement.Fix s -> s.matrix().rows();
      case Statement.Table s -> s.groups();
      case Statement.Columns s -> s.groups();
      case Statement.Bound s -> s.blocks();
      case Statement.Point _ -> places.points().size();
      case Statement.Total s -> columns(s.series());
      case Statement.TotalBefore s -> columns(s.series());
      default -> -1;
    };
  }

  /** The rows that a total is shared out by are the columns of its series. */
  private static int columns(Expr.Ref series) {
    return series.shape().rank() == 0 ? 1 : series.shape().axis().size();
  }

  private void lookups(TypeSpec.Builder type) {
    Code memory = new Code();
    Code axes = new Code();
    memory.open("return switch (series)");
    axes.open("return switch (series)");
    plan.vectors()
        .forEach((name, axis) -> {
          memory.line("case \"%s\" -> %s;", name, places.array(name));
          axes.line("case \"%s\" -> %s;", name, layer(axis));
        });
    for (String name : plan.scalars()) {
      memory.line("case \"%s\" -> %s;", name, places.array(name));
    }
    Code matrices = new Code();
    matrices.open("return switch (name)");
    plan.computed()
        .forEach((name, shape) -> {
          memory.line("case \"%s\" -> %s;", name, places.matrix(name));
          matrices.line(
              "case \"%s\" -> new Layer[] {%s, %s};",
              name, layer(shape.axes().getFirst()), layer(shape.axes().getLast()));
        });
    Code words = new Code();
    words.open("return switch (layer)");
    for (String layer : plan.layers().keySet()) {
      words.line("case \"%s\" -> %s;", layer, places.bits(layer));
    }
    for (Code code : List.of(memory, axes, matrices, words)) {
      code.line("default -> null;");
    }
    lookup(type, "memory", float[].class, "series", memory);
    lookup(type, "axis", Layer.class, "series", axes);
    lookup(type, "matrix", Layer[].class, "name", matrices);
    lookup(type, "words", long[].class, "layer", words);
  }

  private static String layer(Axis axis) {
    return "new Layer(\"%s\", %d, UnitType.GAUSSIAN)".formatted(axis.name(), axis.size());
  }

  private static void lookup(
      TypeSpec.Builder type, String name, Class<?> returns, String parameter, Code body) {
    type.addMethod(
        protectedMethod(name, returns)
            .addParameter(String.class, parameter)
            .addCode(body.end("};").block())
            .build());
  }

  /** The start of a method that the kernel's superclass asks for. */
  static MethodSpec.Builder protectedMethod(String name, Class<?> returns) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(returns);
  }
}
