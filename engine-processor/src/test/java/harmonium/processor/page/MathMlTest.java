package harmonium.processor.page;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.api.UnitType;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import harmonium.processor.ir.UnaryOp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and expressions as they are set; here read without the tags. */
class MathMlTest {
  private static final Axis V = new Axis("v", 3);
  private static final Shape OF_V = Shape.vector(V);
  private static final Expr BV = new Expr.Ref("bv", 0, OF_V);

  private final MathNames names =
      new MathNames(
          new Program(
              "M",
              "M",
              "",
              "MKernel",
              Set.of(),
              List.of(
                  new Symbol.UnitLayer("v", V, Symbol.Role.VISIBLE, UnitType.BERNOULLI, 1),
                  new Symbol.Parameter("Wvv", Shape.matrix(V, V), 0),
                  new Symbol.Parameter("bv", OF_V, 0),
                  new Symbol.Parameter("gain", OF_V, 0),
                  new Symbol.Series("bv_t", OF_V, false, Optional.empty(), BV, "bv"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wvv         |  0 | msub W vv",
        "bv_t        |  0 | msubsup b v (t)",
        "bv_t        | -1 | msubsup b v (t+1)",
        "v           |  1 | msup v (t−1)",
        "gain        |  0 | gain",
        "sampled_v   |  0 | msup v *",
        "d_bv_t      |  0 | ∂ msubsup b v (t)",
        "act_v       |  0 | msub act v",
        "d_F_in_     |  0 | ∂ msup F in ′",
        "free_energy |  0 | F",
      })
  void aNameIsSetAsInPapers(String name, int lag, String expected) {
    assertThat(plain(names.set(name, lag))).isEqualTo(expected.replace(" ", ""));
  }

  @Test
  void aMinusBehindASignIsEnclosed() {
    Expr minus = new Expr.Unary(UnaryOp.NEGATE, BV);
    Expr twice = new Expr.Binary(BinaryOp.MULTIPLY, new Expr.Constant(2), minus);
    assertThat(plain(new MathMl(names).set(twice))).isEqualTo("2(−msubbv)");
  }

  @Test
  void whatIsDividedNeedsNoParentheses() {
    Expr sum = new Expr.Binary(BinaryOp.ADD, BV, BV);
    Expr half = new Expr.Binary(BinaryOp.DIVIDE, sum, new Expr.Constant(2));
    assertThat(plain(new MathMl(names).set(half))).isEqualTo("msubbv+msubbv2");
  }

  /** The letters, and where something stands above or below, how. */
  private static String plain(String math) {
    return math.replaceAll("<(msub|msup|msubsup)>", "$1").replaceAll("<[^>]*>", "");
  }
}
