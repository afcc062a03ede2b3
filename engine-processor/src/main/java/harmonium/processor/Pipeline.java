package harmonium.processor;

import harmonium.processor.check.ModelChecker;
import harmonium.processor.derive.UnsupportedModel;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Span;
import harmonium.processor.ir.IrPrinter;
import harmonium.processor.ir.Program;
import harmonium.processor.parse.AstPrinter;
import harmonium.processor.parse.ParsedModel;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SourcePrinter;
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
      refuse(parsed, program.get(), fault.getMessage(), diagnostics);
      return Optional.empty();
    }
    explained.putAll(result.explained());

    stage = "write";
    return Optional.of(result);
  }

  /** Points at the terms of the energy that are in the way, or else at the energy as a whole. */
  private void refuse(ParsedModel parsed, Program program, String what, Diagnostics diagnostics) {
    String energy = program.law().name();
    Text formula =
        parsed.source().symbols().stream()
            .filter(s -> s.name().equals(energy))
            .flatMap(s -> s.formula().stream())
            .findFirst()
            .orElseThrow();
    Diagnostic whole = Diagnostic.of(Code.Unsupported, formula.origin(), what);
    List<Span> terms = EnergyTerms.refused(program, parsed.formulas().get(energy), backend);
    terms.forEach(span -> diagnostics.add(whole.at(formula.value(), span)));
    if (terms.isEmpty()) {
      diagnostics.add(whole);
    }
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
