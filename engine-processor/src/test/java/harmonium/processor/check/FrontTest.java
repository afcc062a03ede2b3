package harmonium.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.api.UnitType;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Origin;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {
  private static final String ENERGY = "-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)";

  private static final List<SymbolSource> RNN_RBM =
      List.of(
          SymbolSource.of("v", new Declaration.Visible(5, UnitType.BERNOULLI, 1, Origin.NOWHERE)),
          SymbolSource.of("h", new Declaration.Hidden(4, UnitType.BERNOULLI, Origin.NOWHERE)),
          parameter("W", "v", "h"),
          parameter("bv", "v"),
          parameter("bh", "h"),
          parameter("Wuh", "u", "h"),
          parameter("Wuv", "u", "v"),
          parameter("Wvu", "v", "u"),
          parameter("Wuu", "u", "u"),
          parameter("bu", "u"),
          state("u", 3, "tanh(bu + v @ Wvu + u[t-1] @ Wuu)"),
          equation("bv_t", "bv + u[t-1] @ Wuv"),
          equation("bh_t", "bh + u[t-1] @ Wuh"),
          SymbolSource.of("energy", new Declaration.Energy(Text.of(ENERGY))));

  @Test
  void anRnnRbmBecomesItsProgram() {
    assertThat(IrPrinter.print(program(RNN_RBM)))
        .isEqualTo(
            """
            model M -> MKernel
            axes v [5], h [4], u [3]
            visible v [5] bernoulli
            hidden h [4] bernoulli
            parameter W : [v x h]
            parameter bv : v
            parameter bh : h
            parameter Wuh : [u x h]
            parameter Wuv : [u x v]
            parameter Wvu : [v x u]
            parameter Wuu : [u x u]
            parameter bu : u
            state u : u = tanh(bu + v @ Wvu + u[t-1] @ Wuu)
            equation bv_t : v = bv + u[t-1] @ Wuv
            equation bh_t : h = bh + u[t-1] @ Wuh
            energy energy = -(v @ bv_t) - h @ bh_t - v @ W @ h
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bu + u[t-2]                  | u",
        "bu * bu / 2                  | u",
        "2 - bu                       | u",
        "u[t-1] @ Wuh                 | h",
        "Wuh @ bh                     | u",
        "bh @ Wuh.T                   | u",
        "bu @ bu                      | scalar",
        "bu @ Wuh @ bh                | scalar",
        "sum(square(bu))              | scalar",
        "0.5                          | scalar",
        "x[t-1] * 0.9 + bu            | u",
        "later[t-1] + later           | h",
      })
  void anEquationTakesItsAxesFromItsFormula(String formula, String shape) {
    Program program = program(with(equation("x", formula), equation("later", "bh + bh")));
    assertThat(program.symbol("x").orElseThrow().shape().toString()).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bu - (bu - bu)",
        "bu - bu - bu",
        "bu / (bu * bu) * 2",
        "-(bu + bu)",
        "-bu * bu",
        "(-bu) * -bu",
        "bu @ (Wuh @ bh)",
        "bu @ Wuh @ bh",
        "(bh @ Wuh.T) * tanh(u[t-3])",
        "sum(exp(bu) + 1.0e-4) * bu",
      })
  void thePrinterWritesWhatTheParserReads(String formula) {
    Expr first = value(formula);
    assertThat(value(IrPrinter.print(first))).isEqualTo(first);
  }

  @Test
  void equationsMayLookBackAtEachOther() {
    List<SymbolSource> symbols =
        with(equation("x", "y[t-1] + bu"), equation("y", "x * 0.5 + x[t-1]"));
    Program program = program(symbols);
    assertThat(program.symbol("y").orElseThrow().shape().toString()).isEqualTo("u");
  }

  @Test
  void aFormulaOnSeveralLinesBecomesOneLine() {
    Program program = program(with(equation("x", "bu\n    + bu\n")));
    assertThat(program.series().getLast().text()).isEqualTo("bu + bu");
  }

  @Test
  void anErrorInAnEquationSilencesThoseThatUseIt() {
    assertThat(faults(with(equation("x", "bu + nothing"), equation("y", "x + bh + x @ Wuh"))))
        .containsExactly("[Harmonium/UnknownName] model M has no symbol nothing");
  }

  @Test
  void severalCausesAreAllTold() {
    assertThat(faults(with(equation("x", "bu + bh"), equation("y", "(bu"), equation("z", "w"))))
        .hasSize(3);
  }

  @Test
  void anEnergyMayLookBackAtWhatIsGiven() {
    String energy = ENERGY + " - (v[t-1] @ W @ h) * sum(v[t-1] * v[t-2])";
    List<SymbolSource> symbols = new ArrayList<>(RNN_RBM.subList(0, RNN_RBM.size() - 1));
    symbols.add(SymbolSource.of("energy", new Declaration.Energy(Text.of(energy))));
    assertThat(faults(symbols)).isEmpty();
  }

  @Test
  void anOverrideKeepsTheAxesOfAnEquation() {
    SymbolSource old = equation("x", "bu");
    SymbolSource now = equation("x", "bh");
    SymbolSource overriding =
        new SymbolSource(
            "x",
            now.declarations(),
            "Tensor",
            0,
            "M",
            Optional.of(old),
            Optional.empty(),
            Origin.NOWHERE);
    assertThat(faults(with(overriding))).singleElement().asString().contains("ChangedAxes");
  }

  private static Expr value(String formula) {
    return program(with(equation("x", formula))).series().getLast().value();
  }

  private static Program program(List<SymbolSource> symbols) {
    Diagnostics diagnostics = new Diagnostics();
    ModelSource source = ModelSource.of("M", symbols.toArray(SymbolSource[]::new));
    return Front.check(source, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all()));
  }

  private static List<String> faults(List<SymbolSource> symbols) {
    Diagnostics diagnostics = new Diagnostics();
    Front.check(ModelSource.of("M", symbols.toArray(SymbolSource[]::new)), diagnostics);
    return diagnostics.all().stream().map(Diagnostic::headline).toList();
  }

  private static List<SymbolSource> with(SymbolSource... more) {
    return Stream.concat(RNN_RBM.stream(), Stream.of(more)).toList();
  }

  private static SymbolSource parameter(String name, String... axes) {
    List<Text> texts = Stream.of(axes).map(Text::of).toList();
    return SymbolSource.of(name, new Declaration.Parameter(texts, 0, Origin.NOWHERE));
  }

  private static SymbolSource state(String name, int size, String formula) {
    return SymbolSource.of(
        name,
        new Declaration.State(size, Text.of(""), Text.of(""), Origin.NOWHERE),
        new Declaration.Equation(Text.of(formula)));
  }

  private static SymbolSource equation(String name, String formula) {
    return SymbolSource.of(name, new Declaration.Equation(Text.of(formula)));
  }
}
