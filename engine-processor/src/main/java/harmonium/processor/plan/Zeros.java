package harmonium.processor.plan;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds series that are zero wherever the units of some layers are off, as the adjoint of the
 * visible units' biases is, {@code scale * (v* - v)}: of 88 keys it has numbers for the handful
 * that were played or drawn. Their products with matrices leave out the other rows. That changes no
 * bit of a sum, as long as parameters are finite, but for the sign of a zero that it starts from.
 */
final class Zeros {
  private final Set<String> layers;
  private final Map<String, Set<String>> within = new HashMap<>();

  /**
   * For one model.
   *
   * @param layers those of which few units are on
   */
  Zeros(Set<String> layers) {
    this.layers = layers;
  }

  /** The phases of a pass, their products told which rows they need. */
  List<Phase> told(List<Phase> phases) {
    phases.stream().flatMap(Phase::all).forEach(this::find);
    return phases.stream()
        .map(phase ->
            new Phase(
                phase.order(),
                phase.statements().stream().map(this::told).toList(),
                phase.beside()))
        .toList();
  }

  private void find(Statement statement) {
    if (statement instanceof Statement.Accumulate s && s.init() == null && s.terms().isEmpty()) {
      zeros(s.value()).ifPresent(of -> within.put(s.dest(), of));
    }
  }

  private Statement told(Statement statement) {
    return statement instanceof Statement.Accumulate s
        ? new Statement.Accumulate(
            s.dest(), s.axis(), s.init(), s.terms().stream().map(this::told).toList(), s.value())
        : statement;
  }

  /** Before the first step a state may be anything, whatever the units of that row are. */
  private Term told(Term term) {
    Set<String> of = within.get(term.left().name());
    return of == null || !term.dense() || term.left().lag() > 0
        ? term
        : new Term(term.left(), term.matrix(), false, List.copyOf(of));
  }

  /** The layers outside of which an expression is zero; none if it may be anything. */
  private Optional<Set<String>> zeros(Expr e) {
    return switch (e) {
      case Expr.Ref ref when ref.lag() == 0 && layers.contains(ref.name()) ->
          Optional.of(Set.of(ref.name()));
      case Expr.Unary(UnaryOp op, Expr operand) when op.apply(0) == 0 -> zeros(operand);
      case Expr.Binary binary ->
          switch (binary.op()) {
            case ADD, SUBTRACT -> both(zeros(binary.left()), zeros(binary.right()));
            case MULTIPLY -> zeros(binary.left()).or(() -> zeros(binary.right()));
            // Divided by zero it would be no number.
            case DIVIDE -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private static Optional<Set<String>> both(Optional<Set<String>> one, Optional<Set<String>> two) {
    return one.flatMap(a ->
        two.map(b -> {
          Set<String> all = new TreeSet<>(a);
          all.addAll(b);
          return all;
        }));
  }
}
