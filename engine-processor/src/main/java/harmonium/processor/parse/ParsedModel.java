package harmonium.processor.parse;

import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Picture;
import harmonium.processor.diagnose.Span;
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
      Diagnostics own = new Diagnostics();
      symbol
          .formula()
          .flatMap(text -> Parser.parse(symbol.name(), text, own))
          .ifPresent(ast -> formulas.put(symbol.name(), ast));
      own.all().stream().filter(d -> !isInName(d, source)).forEach(diagnostics::add);
    }
    return new ParsedModel(source, formulas);
  }

  /** A character that no name can have is complained of where the name is declared. */
  private static boolean isInName(Diagnostic fault, ModelSource source) {
    if (fault.code() != Code.UnexpectedCharacter) {
      return false;
    }
    Picture picture = fault.picture().orElseThrow();
    Span at = picture.focus();
    String sign = picture.equation().substring(at.from(), at.to());
    return source.symbols().stream()
        .map(SymbolSource::name)
        .anyMatch(name -> name.contains(sign) && picture.equation().contains(name));
  }
}
