package harmonium.processor.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The meaning of each form of {@link Expr}, on numbers that can be checked by hand. */
class EvaluatorTest {
  private static final Axis A = new Axis("a", 2);
  private static final Axis B = new Axis("b", 3);
  private static final Expr ROW = new Expr.Ref("row", 0, Shape.vector(A));
  private static final Expr COLUMN = new Expr.Ref("column", 0, Shape.vector(B));
  private static final Expr MATRIX = new Expr.Ref("matrix", 0, Shape.matrix(A, B));
  private static final Map<String, double[][]> VALUES =
      Map.of(
          "row", new double[][] {{1, 2}},
          "column", new double[][] {{1, 0, -1}},
          "matrix", new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void vectorOnTheLeftIsARow() {
    assertThat(value(new Expr.Product(ROW, MATRIX, Shape.vector(B))))
        .isDeepEqualTo(new double[][] {{9, 12, 15}});
  }

  @Test
  void vectorOnTheRightIsAColumn() {
    assertThat(value(new Expr.Product(MATRIX, COLUMN, Shape.vector(A))))
        .isDeepEqualTo(new double[][] {{-2, -2}});
  }

  @Test
  void twoVectorsMakeAScalar() {
    assertThat(value(new Expr.Product(ROW, ROW, Shape.SCALAR))).isDeepEqualTo(new double[][] {{5}});
  }

  @Test
  void twoMatricesMakeAMatrix() {
    Expr product = new Expr.Product(MATRIX, new Expr.Transpose(MATRIX), Shape.matrix(A, A));
    assertThat(value(product)).isDeepEqualTo(new double[][] {{14, 32}, {32, 77}});
  }

  @Test
  void scalarGoesWithAnyShapeOnEitherSide() {
    Expr two = new Expr.Constant(2);
    assertThat(value(new Expr.Binary(BinaryOp.DIVIDE, ROW, two)))
        .isDeepEqualTo(new double[][] {{0.5, 1}});
    assertThat(value(new Expr.Binary(BinaryOp.SUBTRACT, two, MATRIX)))
        .isDeepEqualTo(new double[][] {{1, 0, -1}, {-2, -3, -4}});
  }

  @Test
  void unaryAndSumGoOverAllElements() {
    assertThat(value(new Expr.Sum(new Expr.Unary(UnaryOp.SQUARE, MATRIX))))
        .isDeepEqualTo(new double[][] {{91}});
  }

  private static double[][] value(Expr expr) {
    return new Evaluator(ref -> VALUES.get(ref.name())).value(expr);
  }
}
