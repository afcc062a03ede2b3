package harmonium.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.kernel.Schedule.Order;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which rows of a product are left out: those where its series is zero for certain. */
class ZerosTest {
  private static final Shape VISIBLE = Shape.vector(new Axis("v", 5));
  private static final Axis STATE = new Axis("u", 3);
  private static final Expr V = new Expr.Ref("v", 0, VISIBLE);
  private static final Expr DRAWN = new Expr.Ref("sampled_v", 0, VISIBLE);
  private static final Expr ANY = new Expr.Ref("bv_t", 0, VISIBLE);
  private static final Expr SCALE = new Expr.Ref("scale", 0, Shape.SCALAR);

  @Test
  void adjointsOfBiasesAreZeroWhereNothingWasPlayedOrDrawn() {
    Expr adjoint = binary(BinaryOp.MULTIPLY, SCALE, binary(BinaryOp.SUBTRACT, DRAWN, V));
    assertThat(rows(adjoint, 0)).containsExactly("sampled_v", "v");
    assertThat(rows(adjoint, -1)).containsExactly("sampled_v", "v");
  }

  /** Before the first step the series may have any start value. */
  @Test
  void aLookBackTakesAllRows() {
    assertThat(rows(V, 1)).isEmpty();
  }

  @Test
  void aFactorThatIsZeroIsEnough() {
    assertThat(rows(binary(BinaryOp.MULTIPLY, V, ANY), 0)).containsExactly("v");
    assertThat(rows(binary(BinaryOp.MULTIPLY, ANY, V), 0)).containsExactly("v");
  }

  @Test
  void bothAddendsHaveToBeZero() {
    assertThat(rows(binary(BinaryOp.ADD, V, ANY), 0)).isEmpty();
    assertThat(rows(binary(BinaryOp.SUBTRACT, ANY, V), 0)).isEmpty();
    assertThat(rows(binary(BinaryOp.SUBTRACT, V, new Expr.Constant(1)), 0)).isEmpty();
  }

  @Test
  void aQuotientMayBeNoNumber() {
    assertThat(rows(binary(BinaryOp.DIVIDE, V, ANY), 0)).isEmpty();
  }

  @Test
  void unitsOfAnotherStepTellNothing() {
    assertThat(rows(new Expr.Ref("v", 1, VISIBLE), 0)).isEmpty();
  }

  /** The meaning of each operation at zero decides. */
  @ParameterizedTest
  @EnumSource(UnaryOp.class)
  void aFunctionHasToBeZeroAtZero(UnaryOp op) {
    assertThat(rows(new Expr.Unary(op, V), 0).isEmpty()).isEqualTo(op.apply(0) != 0);
  }

  @Test
  void aSumOfProductsIsNotLookedInto() {
    Term term = new Term(new Expr.Ref("v", 0, VISIBLE), matrix(), true);
    Statement d =
        new Statement.Accumulate("d", STATE, null, List.of(term), new Expr.Unary(UnaryOp.TANH, V));
    assertThat(rows(d, 0)).isEmpty();
  }

  private static Expr binary(BinaryOp op, Expr left, Expr right) {
    return new Expr.Binary(op, left, right);
  }

  /** The layers whose units' rows are added of a product with a series of this value. */
  private static List<String> rows(Expr value, int lag) {
    return rows(new Statement.Accumulate("d", new Axis("v", 5), null, List.of(), value), lag);
  }

  private static List<String> rows(Statement d, int lag) {
    Term term = new Term(new Expr.Ref("d", lag, VISIBLE), matrix(), false);
    Statement product =
        new Statement.Accumulate(
            "back", STATE, null, List.of(term), new Expr.Ref(Statement.ACCUMULATOR, 0, VISIBLE));
    List<Phase> told =
        new Zeros(Set.of("v", "sampled_v"))
            .told(
                List.of(
                    new Phase(Order.TOGETHER, List.of(d)),
                    new Phase(Order.DESCENDING, List.of(product))));
    Statement.Accumulate back = (Statement.Accumulate) told.getLast().statements().getFirst();
    return back.terms().getFirst().within();
  }

  private static Matrix matrix() {
    return new Matrix("Wuv", 5, 3, true, false, 1);
  }
}
