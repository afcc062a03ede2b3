package harmonium.processor.plan;

import harmonium.kernel.Pass;
import harmonium.kernel.Rows;
import harmonium.processor.derive.Derived;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Shape;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one model runs.
 *
 * @param derived what it computes
 * @param means what it may use to be fast
 * @param passes the phases of each pass
 * @param vectors the series kept as a vector for each step
 * @param scalars the series kept as a scalar for each step
 * @param layers the layers kept as bits for each step
 * @param computed the matrices worked out of parameters
 * @param copies the matrices kept transposed or scaled
 * @param past how many steps before the first are kept
 * @param before how many steps before the first are looked back at
 * @param ahead how many steps after the last are kept
 * @param prepareBeside whether a recurrence can begin before anything is prepared
 */
public record Plan(
    Derived derived,
    Set<Means> means,
    Map<Pass, List<Phase>> passes,
    SequencedMap<String, Axis> vectors,
    List<String> scalars,
    SequencedMap<String, Axis> layers,
    SequencedMap<String, Shape> computed,
    List<Matrix> copies,
    int past,
    int before,
    int ahead,
    boolean prepareBeside) {

  /** All statements of a kernel in the order of passes and phases. */
  public List<Statement> statements() {
    return passes.values().stream().flatMap(List::stream).flatMap(Phase::all).toList();
  }

  /** Whether a draw within chains is prepared for many of them at once. */
  public boolean byColumns(Statement.Sample sample) {
    return Draws.byColumns(sample, means);
  }

  /** Whether units of such a draw that no chain can have on are left out beforehand. */
  public boolean squeezed(Statement.Sample sample) {
    return Draws.squeezed(sample, means);
  }

  /** Whether the sums of each four rows of a matrix in whole numbers are kept as rows. */
  public boolean tabled(Matrix matrix) {
    return means.contains(Means.TABLES) && new Statement.Table(matrix).useful();
  }

  /** The phases that a statement is in. */
  Stream<Phase> phasesOf(Statement statement) {
    return passes.values().stream()
        .flatMap(List::stream)
        .filter(phase -> phase.statements().contains(statement));
  }

  /** Whether a statement is of a recurrence: done at one step after the other. */
  public boolean byStep(Statement statement) {
    return phasesOf(statement).allMatch(Phase::byStep);
  }

  /** Whether a statement has a form for steps of four chunks at once. */
  public boolean inFours(Statement statement) {
    return Abreast.inFours(this, statement);
  }

  /** Columns that one of several threads takes of a step; 0 where one thread does the step. */
  public int stepColumns(Statement statement) {
    return StepBlocks.columns(this, statement);
  }

  /** Whether the matrices of a step that is shared out come from far caches, row after row. */
  public boolean streams(Statement.Accumulate step) {
    return stepColumns(step) > 0 && StepBlocks.far(step);
  }

  /** Floats of one row: the units, rounded up to a multiple of 16. */
  public static int padded(int units) {
    return Rows.padded(units);
  }

  /** 64-bit words of one row of bits. */
  public static int words(int units) {
    return Rows.words(units);
  }
}
