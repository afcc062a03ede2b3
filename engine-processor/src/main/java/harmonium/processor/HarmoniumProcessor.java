package harmonium.processor;

import com.google.auto.service.AutoService;
import harmonium.api.Model;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.NearestName;
import harmonium.processor.diagnose.Origin;
import harmonium.processor.diagnose.Reporter;
import harmonium.processor.emit.GeneratedSource;
import harmonium.processor.emit.SourceSink;
import harmonium.processor.ir.Program;
import harmonium.processor.plan.Means;
import harmonium.processor.read.EarlierKernels;
import harmonium.processor.read.ModelReader;
import harmonium.processor.read.ModelSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Compiles every {@link Model} of a round, each for itself: a model in error stops no other, and a
 * fault of ours becomes one line and never a stack trace.
 *
 * <p>{@code -Aharmonium.explain=DIR} writes the printed form of each stage to DIR, {@code
 * -Aharmonium.verbose} adds the stack trace to an internal error, {@code
 * -Aharmonium.without=tables,blocks} leaves out {@link Means} that make kernels fast.
 */
@AutoService(Processor.class)
// All of them are claimed, or javac -Xlint would call those on the methods unclaimed.
@SupportedAnnotationTypes("harmonium.api.*")
@SupportedOptions({
  HarmoniumProcessor.EXPLAIN,
  HarmoniumProcessor.VERBOSE,
  HarmoniumProcessor.WITHOUT
})
public final class HarmoniumProcessor extends AbstractProcessor {
  static final String EXPLAIN = "harmonium.explain";
  static final String VERBOSE = "harmonium.verbose";
  static final String WITHOUT = "harmonium.without";

  private final Function<Program, Backend.Result> backend;
  private final Set<String> waiting = new LinkedHashSet<>();
  private final TreeMap<String, TypeElement> factories = new TreeMap<>();
  private Reporter reporter;
  private ModelReader reader;
  private SourceSink sink;
  private Set<Means> means = Means.ALL;

  /** The processor as javac makes it. */
  public HarmoniumProcessor() {
    backend = program -> Backend.compile(program, means);
  }

  /** The front half before another second half. */
  HarmoniumProcessor(Function<Program, Backend.Result> backend) {
    this.backend = backend;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    reporter = new Reporter(environment.getMessager());
    reader = new ModelReader(environment.getElementUtils());
    sink = new SourceSink(environment.getFiler());
    means = means(environment.getOptions().get(WITHOUT));
  }

  /** All means but those of the words; a word that is none is told. */
  private Set<Means> means(String without) {
    Set<Means> left = EnumSet.allOf(Means.class);
    List<String> words = left.stream().map(Means::word).toList();
    for (String word : without == null ? new String[0] : without.split(",", -1)) {
      if (!left.removeIf(one -> one.word().equals(word)) && !words.contains(word)) {
        reporter.report(
            Diagnostic.of(Code.UnknownMeans, Origin.NOWHERE, word, String.join(", ", words))
                .help(NearestName.question(word, words)));
      }
    }
    return left;
  }

  // Nobody else has a use for our annotations, and javac -Xlint complains of unclaimed ones.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      // What still waits mentions types that javac complains of by itself.
      if (!round.errorRaised()) {
        register();
      }
      return true;
    }
    ElementFilter.typesIn(round.getElementsAnnotatedWith(Model.class))
        .forEach(model -> waiting.add(model.getQualifiedName().toString()));
    for (String name : List.copyOf(waiting)) {
      TypeElement model = processingEnv.getElementUtils().getTypeElement(name);
      if (model != null && compile(model)) {
        waiting.remove(name);
      }
    }
    return true;
  }

  /** Compiles one model; false if types that it mentions are not there yet. */
  private boolean compile(TypeElement model) {
    Diagnostics diagnostics = new Diagnostics();
    Pipeline pipeline = new Pipeline(backend);
    String name = model.getSimpleName().toString();
    Reporter.Place place = new Reporter.Place(model, null, null, "");
    try {
      if (!reader.isResolved(model)) {
        return false;
      }
      Optional<ModelSource> source = reader.read(model, diagnostics);
      Optional<Backend.Result> result = source.flatMap(s -> pipeline.run(s, diagnostics));
      if (result.isPresent()) {
        write(result.get(), pipeline.explained(), model, place, diagnostics);
      }
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError fault) {
      diagnostics.add(
          Diagnostic.of(
              Code.InternalError, place, pipeline.stage(), name, firstLine(fault.toString())));
      if (processingEnv.getOptions().containsKey(VERBOSE)) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        reporter.trace(trace.toString());
      }
    }
    explain(name, pipeline, place, diagnostics);
    reporter.report(diagnostics);
    return true;
  }

  private void write(
      Backend.Result result,
      Map<String, String> explained,
      TypeElement model,
      Reporter.Place place,
      Diagnostics diagnostics) {
    for (GeneratedSource source : result.sources()) {
      try {
        if (!sink.write(source, model)) {
          diagnostics.add(Diagnostic.of(Code.KernelExists, place, source.qualifiedName()));
          return;
        }
      } catch (IOException fault) {
        diagnostics.add(
            Diagnostic.of(Code.CannotWrite, place, source.qualifiedName(), fault.getMessage()));
        return;
      }
    }
    String kernel = result.kernel();
    int dot = kernel.lastIndexOf('.');
    String pack = dot < 0 ? "" : kernel.substring(0, dot);
    String file = kernel.substring(dot + 1);
    try {
      sink.writeText(pack, file + ".txt", Explanation.page(explained), model);
      sink.writeText(pack, file + ".html", result.page(), model);
    } catch (IOException fault) {
      diagnostics.add(Diagnostic.of(Code.CannotWrite, place, file, fault.getMessage()));
      return;
    }
    factories.put(result.factory(), model);
  }

  private void explain(
      String name, Pipeline pipeline, Reporter.Place place, Diagnostics diagnostics) {
    String folder = processingEnv.getOptions().get(EXPLAIN);
    if (folder == null) {
      return;
    }
    try {
      Explanation.write(Path.of(folder), name, pipeline.explained());
    } catch (IOException | RuntimeException fault) {
      diagnostics.add(Diagnostic.of(Code.CannotWrite, place, folder, firstLine(fault.toString())));
    }
  }

  private void register() {
    try {
      sink.register(factories, new EarlierKernels(processingEnv.getElementUtils()));
    } catch (IOException fault) {
      reporter.report(
          Diagnostic.of(
              Code.CannotWrite, Origin.NOWHERE, "the list of kernels", fault.getMessage()));
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
