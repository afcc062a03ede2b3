package harmonium.processor.plan;

import harmonium.processor.ir.Axis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** Lists what statements need kept in memory: series, copies of matrices, and further steps. */
final class Kept {
  private final List<Statement> statements;
  private final Set<Means> means;

  Kept(List<Statement> statements, Set<Means> means) {
    this.statements = List.copyOf(statements);
    this.means = means;
  }

  SequencedMap<String, Axis> vectors() {
    SequencedMap<String, Axis> vectors = new LinkedHashMap<>();
    statements.stream()
        .forEach(s -> {
          switch (s) {
            case Statement.Accumulate a -> vectors.putIfAbsent(a.dest(), a.axis());
            case Statement.Softmax a -> vectors.putIfAbsent(a.dest(), a.source().shape().axis());
            case Statement.Ordered a -> vectors.putIfAbsent(a.dest(), a.value().shape().axis());
            case Statement.OrderedBack a -> vectors.putIfAbsent(a.dest(), a.value().shape().axis());
            default -> {}
          }
        });
    return vectors;
  }

  List<String> scalars() {
    Set<String> scalars = new LinkedHashSet<>();
    statements.stream()
        .forEach(s -> {
          switch (s) {
            case Statement.Reduce _, Statement.Scalarwise _, Statement.LogSum _ ->
                scalars.add(s.dest());
            default -> {}
          }
        });
    return List.copyOf(scalars);
  }

  List<Matrix> copies() {
    Set<Matrix> copies = new LinkedHashSet<>();
    statements.forEach(s -> {
      if (s instanceof Statement.Accumulate a) {
        a.terms().forEach(t -> copies.add(t.matrix()));
      }
    });
    Draws.of(statements)
        .forEach(
            s -> s.terms().forEach(t -> copies.add(s.fixed() ? t.matrix().plain() : t.matrix())));
    return copies.stream().filter(Matrix::copied).toList();
  }

  /** What the draws in whole numbers need: in each phase what the next builds on. */
  List<List<Statement>> fixed() {
    SequencedMap<String, Set<Matrix>> points = new LinkedHashMap<>();
    Draws.of(statements)
        .filter(Statement.Sample::fixed)
        .forEach(s -> {
          Set<Matrix> matrices = points.computeIfAbsent(s.point(), p -> new LinkedHashSet<>());
          s.terms().forEach(t -> matrices.add(t.matrix()));
        });
    List<Statement> first = new ArrayList<>();
    List<Statement> copies = new ArrayList<>();
    List<Statement> tables = new ArrayList<>();
    points.forEach((point, matrices) -> {
      first.add(new Statement.Point(point, List.copyOf(matrices)));
      matrices.forEach(m -> copies.add(new Statement.Fix(m, point)));
      matrices.stream()
          .map(Statement.Table::new)
          .filter(table -> means.contains(Means.TABLES) && table.useful())
          .forEach(tables::add);
    });
    Draws.of(statements)
        .filter(s -> Draws.byColumns(s, means))
        .flatMap(s -> s.terms().stream())
        .map(t -> new Statement.Columns(t.matrix()))
        .distinct()
        .forEach(tables::add);
    Draws.of(statements)
        .filter(s -> Draws.squeezed(s, means))
        .flatMap(s -> s.terms().stream().map(t -> new Statement.Bound(t.matrix(), s.point())))
        .distinct()
        .forEach(tables::add);
    return List.of(first, copies, tables);
  }

  /** A step before the first looks back as far as any other. */
  int past() {
    boolean initials = statements.stream().anyMatch(s -> s instanceof Statement.TotalBefore);
    return initials ? 2 * reach(1) : reach(1);
  }

  /** The longest look back (sign 1) or ahead (sign -1). */
  int reach(int sign) {
    return statements.stream().flatMap(Reads::of).mapToInt(ref -> sign * ref.lag()).max().stream()
        .map(lag -> Math.max(lag, 0))
        .findFirst()
        .orElse(0);
  }
}
