package harmonium.processor;

import harmonium.processor.check.ModelChecker;
import harmonium.processor.derive.UnsupportedModel;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Span;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.parse.Ast;
import harmonium.processor.parse.AstPrinter;
import harmonium.processor.parse.ParsedModel;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SourcePrinter;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The stages of one model, in order: parse, check, and behind the gate the back end. */
final class Pipeline {
  private final Function<Program, Backend.Result> backend;
  private final Map<String, String> explained = new LinkedHashMap<>();
  private String stage = "read";

  Pipeline(Function<Program, Backend.Result> backend) {
    this.backend = backend;
  }

  /** What comes of a model; empty if there is an error among the diagnostics. */
  Optional<Backend.Result> run(ModelSource source, Diagnostics diagnostics) {
    explained.put("source", SourcePrinter.print(source));

    stage = "parse";
    ParsedModel parsed = ParsedModel.parse(source, diagnostics);
    explained.put("ast", AstPrinter.print(parsed));

    stage = "check";
    Optional<Program> program = ModelChecker.check(parsed, diagnostics);
    if (program.isEmpty() || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    explained.put("program", IrPrinter.print(program.get()));

    stage = "compile";
    Backend.Result result;
    try {
      result = backend.apply(program.get());
    } catch (UnsupportedModel fault) {
      refuse(parsed, program.get(), fault, diagnostics);
      return Optional.empty();
    }
    explained.putAll(result.explained());

    stage = "write";
    return Optional.of(result);
  }

  /** Points at the symbol that is in the way, or at the terms of the law, or at all of it. */
  private void refuse(
      ParsedModel parsed, Program program, UnsupportedModel fault, Diagnostics diagnostics) {
    SymbolSource symbol = symbol(parsed, fault.symbol().orElse(program.law().name()));
    if (symbol.formula().isEmpty()) {
      diagnostics.add(Diagnostic.of(Code.Unsupported, symbol.origin(), fault.getMessage()));
      return;
    }
    Text formula = symbol.formula().get();
    Ast law = parsed.formulas().get(symbol.name());
    Diagnostic diagnostic = Diagnostic.of(Code.Unsupported, formula.origin(), fault.getMessage());
    List<Span> terms = LawTerms.refused(program, law, backend);
    (terms.isEmpty() ? List.of(law.span()) : terms)
        .forEach(span -> diagnostics.add(diagnostic.at(formula.value(), span)));
  }

  private static SymbolSource symbol(ParsedModel parsed, String name) {
    return parsed.source().symbols().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The stage that was entered last. */
  String stage() {
    return stage;
  }

  /** The printed forms made so far, in order. */
  Map<String, String> explained() {
    return explained;
  }
}
