package harmonium.processor.plan;

import harmonium.kernel.Pass;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Expr;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds which layers are read as floats and when their bits have to be expanded for it. */
final class Expansion {
  private final String visible;
  private final SequencedMap<String, Axis> layers;
  private final Map<Pass, List<Phase>> passes;

  /**
   * For one model.
   *
   * @param visible the layer of the frames
   * @param layers the layers that are kept as bits
   * @param passes what is planned so far; the expansions are added
   */
  Expansion(String visible, SequencedMap<String, Axis> layers, Map<Pass, List<Phase>> passes) {
    this.visible = visible;
    this.layers = layers;
    this.passes = passes;
  }

  /**
   * Layers that are read as floats are expanded: the frames with the recurrence, what was drawn in
   * each pass that reads it.
   */
  void run() {
    for (Map.Entry<Pass, List<Phase>> pass : passes.entrySet()) {
      Set<String> read = new TreeSet<>();
      pass.getValue().forEach(phase -> phase.statements().forEach(s -> asFloats(s, read)));
      boolean frames = read.remove(visible);
      if (!read.isEmpty()) {
        pass.getValue().addFirst(Planner.together(read.stream().map(this::expand).toList()));
      }
      if (frames && everyStatement().noneMatch(expand(visible)::equals)) {
        passes.get(Pass.RECURRENCE).addFirst(Planner.together(List.of(expand(visible))));
      }
    }
  }

  private Statement expand(String layer) {
    return new Statement.Expand(layer, layers.get(layer));
  }

  private void asFloats(Statement statement, Set<String> read) {
    elementwise(statement).map(Expr.Ref::name).filter(layers::containsKey).forEach(read::add);
  }

  private static Stream<Expr.Ref> elementwise(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate s ->
          Stream.concat(
              s.init() == null ? Stream.empty() : Rewrite.references(s.init()),
              Rewrite.references(s.value()));
      case Statement.Reduce s -> Rewrite.references(s.value());
      case Statement.Total s -> Stream.of(s.series());
      case Statement.Outer s -> Stream.of(s.right());
      case Statement.LogSum s -> Stream.of(s.source());
      case Statement.Softmax s -> Stream.of(s.source());
      default -> Stream.empty();
    };
  }

  private Stream<Statement> everyStatement() {
    return passes.values().stream()
        .flatMap(List::stream)
        .flatMap(phase -> phase.statements().stream());
  }
}
