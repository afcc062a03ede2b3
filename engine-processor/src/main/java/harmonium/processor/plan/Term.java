package harmonium.processor.plan;

import harmonium.processor.ir.Expr;
import java.util.List;

/**
 * A product that is added to an accumulator: {@code + left @ matrix}.
 *
 * @param binary whether {@code left} is a layer of binary units, so that the product is a sum of
 *     rows
 * @param within layers of binary units: where a unit is off in all of them {@code left} is zero, so
 *     that its row need not be added; of a binary product the layer itself, empty if there is none
 */
public record Term(Expr.Ref left, Matrix matrix, boolean binary, List<String> within) {
  public Term {
    within = List.copyOf(within);
  }

  Term(Expr.Ref left, Matrix matrix, boolean binary) {
    this(left, matrix, binary, binary ? List.of(left.name()) : List.of());
  }

  /** Whether all rows of the matrix are added. */
  public boolean dense() {
    return within.isEmpty();
  }
}
