package harmonium.processor.plan;

import harmonium.processor.ir.Axis;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** Lists what statements need kept in memory: series, copies of matrices, and further steps. */
final class Kept {
  private final List<Statement> statements;

  Kept(List<Statement> statements) {
    this.statements = List.copyOf(statements);
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
    statements.stream()
        .forEach(s -> {
          switch (s) {
            case Statement.Accumulate a -> a.terms().forEach(t -> copies.add(t.matrix()));
            case Statement.Sample a -> a.terms().forEach(t -> copies.add(t.matrix()));
            case Statement.Again a -> a.sample().terms().forEach(t -> copies.add(t.matrix()));
            case Statement.Chain c ->
                c.sweep().forEach(a -> a.terms().forEach(t -> copies.add(t.matrix())));
            default -> {}
          }
        });
    return copies.stream().filter(Matrix::copied).toList();
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
