package harmonium.processor.page;

import static harmonium.processor.page.MathMl.enclosed;
import static harmonium.processor.page.MathNames.group;
import static harmonium.processor.page.MathNames.word;

import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.DerivedPrinter;
import harmonium.processor.derive.Given;
import harmonium.processor.derive.ParameterGradient;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Sets all equations of a model, by their headings. */
final class Equations {
  /**
   * One equation.
   *
   * @param name as it is spelt in text
   * @param math MathML
   * @param remark its shape, and what else is to be said
   */
  record Row(String name, String math, String remark) {}

  private final Derived derived;
  private final Program program;
  private final MathNames names;
  private final MathMl math;

  /**
   * Those of a model.
   *
   * @param program as it was declared
   */
  Equations(Program program, Derived derived) {
    this.program = program;
    this.derived = derived;
    names = new MathNames(program);
    math = new MathMl(names);
  }

  SequencedMap<String, List<Row>> declared() {
    SequencedMap<String, List<Row>> sections = new LinkedHashMap<>();
    sections.put("units", new ArrayList<>());
    sections.put("parameters", new ArrayList<>());
    sections.put("equations", new ArrayList<>());
    sections.put(program.isOrdered() ? "log odds" : "energy", new ArrayList<>());
    for (Symbol symbol : program.symbols()) {
      switch (symbol) {
        case Symbol.UnitLayer s -> sections.get("units").add(row(s));
        case Symbol.Parameter s -> sections.get("parameters").add(row(s));
        case Symbol.Series s ->
            sections.get("equations").add(equation(s.name(), s.value(), s.shape(), remark(s)));
        case Symbol.EnergyFunction s ->
            sections
                .lastEntry()
                .getValue()
                .add(
                    new Row(
                        s.name(), equals(word("E") + enclosed(layers()), math.set(s.value())), ""));
        case Symbol.LogOdds s ->
            sections
                .lastEntry()
                .getValue()
                .add(equation(s.name(), s.value(), s.shape(), s.shape().toString()));
      }
    }
    sections.values().removeIf(List::isEmpty);
    return sections;
  }

  SequencedMap<String, List<Row>> derived() {
    SequencedMap<String, List<Row>> sections = new LinkedHashMap<>();
    sections.put("conditionals", conditionals());
    DerivedPrinter.sections(derived)
        .forEach((title, definitions) ->
            sections.put(title, definitions.stream().map(this::row).toList()));
    sections.put("gradients", derived.parameterGradients().stream().map(this::row).toList());
    return sections;
  }

  private String layers() {
    return program.all(Symbol.UnitLayer.class).stream()
        .filter(l -> l.role() != Symbol.Role.INPUT)
        .map(l -> names.set(l.name(), 0))
        .collect(Collectors.joining("<mo>,</mo>"));
  }

  private Row row(Symbol.UnitLayer s) {
    String numbers = s.role() == Symbol.Role.INPUT ? Spaces.real(s.shape()) : Spaces.units(s);
    String role =
        switch (s.role()) {
          case VISIBLE -> "visible";
          case HIDDEN -> "hidden";
          case INPUT -> "given";
        };
    return new Row(s.name(), in(s.name(), numbers), role);
  }

  private Row row(Symbol.Parameter s) {
    String start = s.normal() == 0 ? "from 0" : "from N(0, " + IrPrinter.plain(s.normal()) + "²)";
    return new Row(s.name(), in(s.name(), Spaces.real(s.shape())), s.shape() + ", " + start);
  }

  private String in(String name, String numbers) {
    return group(names.set(name, 0) + "<mo>∈</mo>" + numbers);
  }

  private static String remark(Symbol.Series s) {
    return s.shape() + s.initial().map(i -> ", before the first step " + i).orElse("");
  }

  private Row equation(String name, Expr value, Shape shape, String remark) {
    return new Row(name, equals(names.set(name, 0), math.set(value)), remark);
  }

  private Row row(Definition d) {
    return equation(d.name(), d.value(), d.shape(), d.shape().toString());
  }

  private List<Row> conditionals() {
    if (program.isOrdered()) {
      String v = program.visible().name();
      String unit = "<msub>" + names.set(v, 0) + "<mi>i</mi></msub>";
      String left = unit + "<mo>|</mo>" + math.earlier(v);
      String odds = "<msub>" + names.set(program.law().name(), 0) + "<mi>i</mi></msub>";
      return List.of(new Row("", equals(probability(left), word("σ") + enclosed(odds)), ""));
    }
    return Given.all(derived).stream().map(this::row).toList();
  }

  private Row row(Given given) {
    String others =
        given.others().stream().map(o -> names.set(o, 0)).collect(Collectors.joining("<mo>,</mo>"));
    String left = names.set(given.layer().name(), 0) + (others.isEmpty() ? "" : "<mo>|</mo>");
    String mean = math.set(given.mean());
    String right =
        given.variance() == null
            ? mean
            : word("N") + enclosed(mean + "<mo>,</mo>" + math.set(given.variance()));
    return new Row("", equals(probability(left + others), right), given.layer().axis().name());
  }

  private static String probability(String of) {
    return group(word("P") + enclosed(of));
  }

  private Row row(ParameterGradient gradient) {
    String over = "<munder><mo movablelimits='false'>∑</mo>%s</munder>";
    String steps = over.formatted("<mi>t</mi>");
    String value =
        switch (gradient) {
          case ParameterGradient.Outer g ->
              steps + math.set(g.left()) + "<mo>⊗</mo>" + math.set(g.right());
          case ParameterGradient.Total g -> steps + math.set(g.series());
          case ParameterGradient.Initial g ->
              over.formatted(group("<mi>t</mi><mo>&lt;</mo><mn>0</mn>")) + math.set(g.adjoint());
          case ParameterGradient.Computed g -> math.set(g.value());
          case ParameterGradient.Ordered g ->
              steps + "<mtext>those of </mtext>" + math.set(g.back().of());
        };
    List<String> parameters =
        gradient instanceof ParameterGradient.Ordered g
            ? List.of(IrPrinter.print(g.back().of().in()), IrPrinter.print(g.back().of().out()))
            : List.of(gradient.parameter());
    String left =
        parameters.stream()
            .map(p -> group(MathNames.D + names.set(p, 0)))
            .collect(Collectors.joining("<mo>,</mo>"));
    return new Row(
        "d" + String.join(", d", parameters),
        group(group(left) + "<mo>+=</mo>" + value),
        DerivedPrinter.shape(gradient, derived).toString());
  }

  private static String equals(String left, String right) {
    return group(left + "<mo>=</mo>" + right);
  }
}
