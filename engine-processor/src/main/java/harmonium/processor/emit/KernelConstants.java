package harmonium.processor.emit;

import com.palantir.javapoet.CodeBlock;
import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Layer;
import harmonium.kernel.Objective;
import harmonium.kernel.Outputs;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Pass;
import harmonium.kernel.Schedule;
import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Derived;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import harmonium.processor.plan.Phase;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what a kernel says of its model: the blueprint, the schedule, the series of its results.
 */
final class KernelConstants {
  private final Places places;
  private final Plan plan;
  private final Program program;
  private final List<Statement> statements;

  KernelConstants(Places places, List<Statement> statements) {
    this.places = places;
    plan = places.plan();
    program = plan.derived().program();
    this.statements = statements;
  }

  CodeBlock blueprint() {
    CodeBlock.Builder block =
        CodeBlock.builder()
            .add("$>$>\nnew $T(\n$>$>", Blueprint.class)
            .add("$S,\n$S,\n", program.name(), program.qualifiedName())
            .add("$L,\n", layer(program.visible()))
            .add("$T.of(", List.class)
            .add(
                program.hidden().stream()
                    .map(KernelConstants::layer)
                    .collect(CodeBlock.joining(", ")))
            .add("),\n$T.of(", List.class)
            .add(
                program.inputs().stream()
                    .map(KernelConstants::layer)
                    .collect(CodeBlock.joining(", ")))
            .add("),\n$T.$L", Objective.class, plan.derived().objective())
            .add(",\nnew $T()$>", Blueprint.Layout.class);
    for (ParameterBlock p : places.parameters()) {
      block.add(
          "\n.add($S, $T.of($L), $L, $L, $L)",
          p.name(),
          List.class,
          p.axes().stream().map(a -> "\"" + a + "\"").collect(Collectors.joining(", ")),
          p.rows(),
          p.columns(),
          p.normal());
    }
    block.add("\n.blocks(),$<\n$T.of($>", List.class);
    String between = "";
    for (Symbol.Series s : program.series()) {
      block.add("$L\n$S", between, s.name() + " = " + s.text());
      between = ",";
    }
    block.add("$L\n$S))$<$<$<$<$<", between, program.law().name() + " = " + program.law().text());
    return block.build();
  }

  private static CodeBlock layer(Symbol.UnitLayer layer) {
    return CodeBlock.of(
        layer.groups() == 1 ? "new $T($S, $L, $T.$L)" : "new $T($S, $L, $T.$L, $L)",
        Stream.of(
                Layer.class,
                layer.name(),
                layer.axis().size(),
                UnitType.class,
                layer.type(),
                layer.groups())
            .limit(layer.groups() == 1 ? 5 : 6)
            .toArray());
  }

  CodeBlock schedule() {
    CodeBlock.Builder block =
        CodeBlock.builder()
            .add("$>$>\nnew $T(", Schedule.class)
            .add("$L, $L, $L)$>$>", plan.past(), plan.before(), plan.ahead());
    if (plan.prepareBeside()) {
      block.add("\n.prepareBeside()");
    }
    for (Pass pass : Pass.values()) {
      List<Phase> phases = plan.passes().getOrDefault(pass, List.of());
      if (phases.isEmpty()) {
        continue;
      }
      block.add("\n.pass($T.$L)", Pass.class, pass);
      for (Phase phase : phases) {
        block.add(
            "\n.phase($T.$L, $L)",
            Schedule.Order.class,
            phase.order(),
            numbers(phase.statements()));
        phase.beside().forEach(job -> block.add("\n.beside($L)", numbers(job)));
      }
    }
    return block.add("$<$<$<$<").build();
  }

  private String numbers(List<Statement> of) {
    return of.stream()
        .map(s -> String.valueOf(statements.indexOf(s)))
        .collect(Collectors.joining(", "));
  }

  CodeBlock outputs() {
    Derived d = plan.derived();
    return CodeBlock.of(
        "$>$>\nnew $T(\n$>$>$S, $L, $L,\n$S, $S,\n$L, $S,\n$S, $S)$<$<$<$<",
        Outputs.class,
        d.drawn().visible(),
        list(d.drawn().hidden()),
        list(d.drawn().held()),
        last(d.freeEnergy()),
        last(d.freeEnergySampled()),
        list(d.hiddenMean().stream().map(KernelConstants::last).toList()),
        last(d.visibleMean()),
        last(d.monitor()),
        last(d.energy()));
  }

  private static String last(List<Definition> definitions) {
    return definitions.isEmpty() ? "" : definitions.getLast().name();
  }

  private static CodeBlock list(List<String> names) {
    return names.stream()
        .map(name -> CodeBlock.of("$S", name))
        .collect(
            Collectors.collectingAndThen(
                CodeBlock.joining(", "), all -> CodeBlock.of("$T.of($L)", List.class, all)));
  }
}
