package harmonium.processor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Span;
import harmonium.processor.read.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + b + c             | ((a + b) + c)",
        "a - b - c             | ((a - b) - c)",
        "a + b @ c             | (a + (b @ c))",
        "a * b @ c / d         | (((a * b) @ c) / d)",
        "-v @ b                | ((-v) @ b)",
        "a * -b                | (a * (-b))",
        "--a                   | (-(-a))",
        "a - -b                | (a - (-b))",
        "-W.T                  | (-W.T)",
        "v @ W.T               | (v @ W.T)",
        "W.T.T                 | W.T.T",
        "u[t-1] @ W            | (u[t-1] @ W)",
        "u[ t - 12 ]           | u[t-12]",
        "u[t]                  | u",
        "u[t-0]                | u",
        "u[t+1]                | u[t+1]",
        "tanh(a + b)           | tanh((a + b))",
        "(a + b) * c           | (((a + b)) * c)",
        "1 + .5 + 1e-3 + 2.    | (((1.0 + 0.5) + 0.001) + 2.0)",
        "1E2-3                 | (100.0 - 3.0)",
        "bv_t                  | bv_t",
      })
  void readsAsPythonDoes(String formula, String tree) {
    assertThat(AstPrinter.print(parse(formula))).isEqualTo(tree);
  }

  @Test
  void keepsSpans() {
    Ast.Binary sum = (Ast.Binary) parse("bv + (u[t-1] @ W.T)");
    assertThat(sum.span()).isEqualTo(new Span(0, 19));
    assertThat(sum.sign()).isEqualTo(new Span(3, 4));
    assertThat(sum.right()).isInstanceOf(Ast.Group.class);
    assertThat(sum.right().span()).isEqualTo(new Span(5, 19));
    Ast.Binary product = (Ast.Binary) ((Ast.Group) sum.right()).inner();
    assertThat(product.left().span()).isEqualTo(new Span(6, 12));
    assertThat(product.right().span()).isEqualTo(new Span(15, 18));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a +          | expected a name, a number or ( but found the end",
        "a b          | expected an operator but found b",
        "a ** b       | expected a name, a number or ( but found *",
        "(a           | expected an operator or ) but found the end",
        "a)           | expected an operator but found )",
        "tanh(a, b)   | expected an operator or ) but found ,",
        "tanh()       | expected a name, a number or ( but found )",
        "W.t          | expected T after the dot but found t",
        "u[i]         | expected t, as in u[t-1] but found i",
        "u[t-x]       | expected a whole number of steps but found x",
        "u[t-1.5]     | expected a whole number of steps but found 1.5",
        "u[t-1        | expected ] but found the end",
        "u[t-1][t-1]  | expected an operator but found [",
        "W.T[t-1]     | expected an operator but found [",
        "a = b        | unexpected character =",
        "1.2.3        | 1.2.3 is not a number",
        "0x10         | 0x10 is not a number",
        "2h           | 2h is not a number",
      })
  void complainsOnce(String formula, String message) {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(Parser.parse("x", Text.of(formula), diagnostics)).isEmpty();
    assertThat(diagnostics.all()).extracting(Diagnostic::message).containsExactly(message);
  }

  @Test
  void namesWhatALookalikeMeans() {
    assertThat(fault("a \u2212 b").help()).containsExactly("write the plain minus -");
    assertThat(fault("v \u00b7 W").help().getFirst()).contains("@");
    assertThat(fault("W\u1d40").help()).containsExactly("write .T for the transpose");
    assertThat(fault("\ud835\udc4a").message()).contains("U+1D44A");
    assertThat(fault("a \\ b").code()).isEqualTo(Code.UnexpectedCharacter);
  }

  @Test
  void limitsLengthAndDepth() {
    assertThat(fault(" ".repeat(Parser.LONGEST + 1)).code()).isEqualTo(Code.TooLong);
    assertThat(fault("(".repeat(9_000) + "a" + ")".repeat(9_000)).code()).isEqualTo(Code.TooDeep);
    assertThat(fault("-".repeat(15_000) + "a").code()).isEqualTo(Code.TooDeep);
    assertThat(fault("a+".repeat(9_000) + "a").code()).isEqualTo(Code.TooDeep);
    assertThat(fault("W" + ".T".repeat(9_000)).code()).isEqualTo(Code.TooDeep);
  }

  private static Ast parse(String formula) {
    Diagnostics diagnostics = new Diagnostics();
    return Parser.parse("x", Text.of(formula), diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all()));
  }

  private static Diagnostic fault(String formula) {
    Diagnostics diagnostics = new Diagnostics();
    assertThat(Parser.parse("x", Text.of(formula), diagnostics)).isEmpty();
    assertThat(diagnostics.all()).hasSize(1);
    return diagnostics.all().getFirst();
  }
}
