package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.DerivedPrinter;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;

/** The head comment of a kernel: what was declared and what follows from it. */
final class KernelJavadoc {
  private KernelJavadoc() {}

  static CodeBlock of(Program program, Derived derived, ClassName model) {
    StringBuilder text = new StringBuilder();
    for (Symbol.Series s : program.series()) {
      text.append("  ").append(s.name()).append(" = ").append(s.text()).append('\n');
    }
    text.append("  ").append(program.law().name()).append(" = ");
    text.append(program.law().text()).append("\n\nfollows\n");
    DerivedPrinter.conditionals(derived).forEach(c -> text.append("  ").append(c).append('\n'));
    for (Definition d : derived.freeEnergy()) {
      text.append("  ").append(d.name()).append(" = ").append(print(d.value())).append('\n');
    }
    return CodeBlock.of(
        "The kernel of {@link $T}. From what it declares,\n\n<pre>{@code\n$L}</pre>\n",
        model,
        text);
  }

  private static String print(Expr e) {
    return IrPrinter.print(e);
  }
}
