package harmonium.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.Units;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import javax.lang.model.element.Modifier;

/** Writes the symbols of a model as the methods that its interface declares. */
final class KernelSymbols {
  private final Program program;

  KernelSymbols(Program program) {
    this.program = program;
  }

  void write(TypeSpec.Builder type) {
    for (Symbol symbol : program.symbols()) {
      switch (symbol) {
        case Symbol.UnitLayer s ->
            symbol(type, s.name(), Units.class, CodeBlock.of("$L", layerOf(s)));
        case Symbol.Parameter s ->
            symbol(type, s.name(), Tensor.class, CodeBlock.of("parameters().tensor($S)", s.name()));
        case Symbol.Series s when s.state() ->
            symbol(
                type,
                s.name(),
                Units.class,
                CodeBlock.of("stateUnits($S, $L)", s.name(), s.shape().axis().size()));
        case Symbol.Series s when s.asNumber() ->
            symbol(type, s.name(), Scalar.class, CodeBlock.of("lastOf($S)", s.name()));
        case Symbol.Series s when s.shape().rank() == 2 ->
            symbol(type, s.name(), Tensor.class, CodeBlock.of("matrixOf($S)", s.name()));
        case Symbol.Series s ->
            symbol(type, s.name(), Tensor.class, CodeBlock.of("value($S)", s.name()));
        case Symbol.EnergyFunction s ->
            symbol(type, s.name(), Scalar.class, CodeBlock.of("energyOf($S)", s.name()));
        case Symbol.LogOdds s ->
            symbol(type, s.name(), Tensor.class, CodeBlock.of("oddsOf($S)", s.name()));
      }
    }
  }

  private CodeBlock layerOf(Symbol.UnitLayer s) {
    return switch (s.role()) {
      case VISIBLE -> CodeBlock.of("BLUEPRINT.visible()");
      case HIDDEN -> CodeBlock.of("BLUEPRINT.hidden().get($L)", program.hidden().indexOf(s));
      case INPUT -> CodeBlock.of("BLUEPRINT.inputs().get($L)", program.inputs().indexOf(s));
    };
  }

  private static void symbol(
      TypeSpec.Builder type, String name, Class<?> returns, CodeBlock value) {
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(returns)
            .addStatement("return $L", value)
            .build());
  }
}
