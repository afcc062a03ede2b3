package harmonium.processor.parse;

import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SymbolSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model whose formulas are trees.
 *
 * @param source what they were read from
 * @param formulas by symbol, in the order of declaration; a formula in error is missing
 */
public record ParsedModel(ModelSource source, Map<String, Ast> formulas) {
  public ParsedModel {
    formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
  }

  /** Parses every formula of a model. */
  public static ParsedModel parse(ModelSource source, Diagnostics diagnostics) {
    Map<String, Ast> formulas = new LinkedHashMap<>();
    for (SymbolSource symbol : source.symbols()) {
      symbol
          .formula()
          .flatMap(text -> Parser.parse(symbol.name(), text, diagnostics))
          .ifPresent(ast -> formulas.put(symbol.name(), ast));
    }
    return new ParsedModel(source, formulas);
  }
}
