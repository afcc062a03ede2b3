package harmonium.processor.page;

import static harmonium.processor.page.MathNames.escaped;

import harmonium.processor.derive.Derived;
import harmonium.processor.ir.Program;
import java.util.List;

/** One model as a page of HTML that needs no script and no other file. */
public final class Page {
  private static final String LEGEND =
      """
      <p>A bare name is of step t, <math><msup><mi>x</mi><mrow><mo stretchy='false'>(</mo>\
      <mi>t</mi><mo>−</mo><mn>1</mn><mo stretchy='false'>)</mo></mrow></msup></math> of the one \
      before; a vector on the left of a matrix is a row. \
      <math><msup><mi>x</mi><mo>*</mo></msup></math> comes of units that were drawn, \
      <math><mo rspace='0'>∂</mo><mi>x</mi></math> is the derivative of the cost by x, ⊙ goes \
      element by element, ⊗ is the outer product; scale is 1/T, heat the inverse temperature \
      times −log₂ e. On the left stands the name as equations and \
      code spell it, on the right its shape.</p>
      """;

  private final StringBuilder html = new StringBuilder();

  private Page() {}

  /**
   * The page of a model.
   *
   * @param program the model as it was declared
   * @param plan its printed plan
   */
  public static String of(Program program, Derived derived, String plan) {
    Page page = new Page();
    page.write(program, derived, plan);
    return page.html.toString();
  }

  private void write(Program program, Derived derived, String plan) {
    String name = escaped(program.name());
    line("<!DOCTYPE html>");
    line("<html lang='en'>");
    line("<head>");
    line("<meta charset='utf-8'>");
    line("<meta name='viewport' content='width=device-width, initial-scale=1'>");
    line("<title>" + name + "</title>");
    html.append("<style>\n").append(Style.SHEET).append("</style>\n");
    line("</head>");
    line("<body>");
    line("<h1>" + name + "</h1>");
    line("<p>" + escaped(program.qualifiedName() + " → " + program.kernelName()) + "</p>");
    html.append(LEGEND);
    Equations equations = new Equations(program, derived);
    line("<h2>Declared</h2>");
    equations.declared().forEach(this::section);
    line("<h2>Derived</h2>");
    equations.derived().forEach(this::section);
    line("<h2>Plan</h2>");
    plan(plan);
    line("</body>");
    line("</html>");
  }

  private void section(String title, List<Equations.Row> rows) {
    line("<h3>" + escaped(title) + "</h3>");
    line("<div class='equations'><table>");
    for (Equations.Row row : rows) {
      line(
          "<tr><td>%s</td><td><math displaystyle='true'>%s</math></td><td>%s</td></tr>"
              .formatted(escaped(row.name()), row.math(), escaped(row.remark())));
    }
    line("</table></div>");
  }

  /** The plan is of code, and set as code. */
  private void plan(String text) {
    for (String part : text.split("(?m)^# ", -1)) {
      List<String> lines = part.lines().toList();
      if (!lines.isEmpty()) {
        line("<h3>" + escaped(lines.getFirst()) + "</h3>");
        String rest = String.join("\n", lines.subList(1, lines.size()));
        line("<pre>" + escaped(rest) + "</pre>");
      }
    }
  }

  private void line(String text) {
    html.append(text).append('\n');
  }
}
