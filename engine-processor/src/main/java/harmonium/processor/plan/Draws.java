package harmonium.processor.plan;

import harmonium.processor.ir.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the draws among statements. */
public final class Draws {
  private Draws() {}

  /** All draws, within chains and after them. */
  public static Stream<Statement.Sample> of(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement ->
            switch (statement) {
              case Statement.Again s -> Stream.of(s.sample());
              case Statement.Chain s -> s.sweep().stream();
              default -> Stream.empty();
            });
  }

  /**
   * Whether a draw is prepared for many chains at once: that of the visible units, since about half
   * of the hidden units are on. Of the notes of a piano a handful are.
   */
  static boolean byColumns(Statement.Sample s, Set<Means> means) {
    return means.contains(Means.COLUMNS)
        && s.fixed()
        && s.layer().role() == Symbol.Role.VISIBLE
        && !s.terms().isEmpty()
        && s.terms().stream().allMatch(t -> new Statement.Columns(t.matrix()).useful());
  }

  /**
   * Whether units of such a draw that no chain can have on are left out beforehand. Not of sums
   * that are made again at each sweep: these are made once for the chains of all lists.
   */
  static boolean squeezed(Statement.Sample s, Set<Means> means) {
    return means.contains(Means.SQUEEZE) && byColumns(s, means) && !packed(s);
  }

  /** Whether sums of such a draw are made again at each sweep, since they are too many to keep. */
  public static boolean packed(Statement.Sample s) {
    return s.terms().stream().anyMatch(t -> new Statement.Columns(t.matrix()).packed());
  }
}
