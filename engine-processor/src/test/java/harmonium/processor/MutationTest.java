package harmonium.processor;

import static org.assertj.core.api.Assertions.assertThat;

import harmonium.processor.diagnose.CaretRenderer;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.Picture;
import harmonium.processor.emit.GeneratedSource;
import harmonium.processor.ir.Program;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.SourcePrinter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a good model, the compiler answers soon, either with diagnostics or with code
 * that javac takes. A failure prints the edited model, which is all that it takes to see it again.
 * {@code -Dharmonium.edits=100000} makes more edits; of the first 10,000 none has changed then.
 */
class MutationTest {
  private static final int EDITS = Integer.getInteger("harmonium.edits", 10_000);

  /** One model of so many goes to javac, which takes most of the time. */
  private static final int JAVAC_SKIPS = Integer.getInteger("harmonium.edits.javac", 10);

  private static final int MODELS_OF_A_BATCH = 25;
  private static final long CPU_SECONDS = 5;
  private static final long HANGS_SECONDS = 100;

  private static List<ModelSource> originals;

  @BeforeAll
  static void read() {
    originals = Originals.all();
  }

  @Test
  void whatIsPrintedIsTheModel() {
    for (ModelSource original : originals) {
      ModelSource model = ModelEdits.moved(original, "printed");
      GeneratedSource file = new GeneratedSource(model.qualifiedName(), ModelText.of(model));
      assertThat(Originals.read(List.of(Batch.file(file))))
          .extracting(MutationTest::lines)
          .containsExactly(lines(model));
    }
  }

  /** What is overridden stands in front when it is read again. */
  private static List<String> lines(ModelSource model) {
    return SourcePrinter.print(model).replaceAll("  from .*", "").lines().sorted().toList();
  }

  @Test
  void everyEditIsAnswered() throws InterruptedException {
    List<Integer> all = IntStream.range(0, EDITS).boxed().toList();
    List<Optional<String>> programs = forAll(all, number -> program(number));
    Map<String, Integer> distinct = new LinkedHashMap<>();
    for (int number : all) {
      programs.get(number).ifPresent(program -> distinct.putIfAbsent(program, number));
    }
    assertThat(distinct).hasSizeBetween(EDITS / 20, EDITS / 2);

    // What nothing can be derived from yet is told here.
    List<Integer> good =
        forAll(
                List.copyOf(distinct.values()),
                number -> compiled(number, Backend::compile).map(_ -> number))
            .stream()
            .flatMap(Optional::stream)
            .toList();

    List<Integer> some =
        IntStream.range(0, good.size() / JAVAC_SKIPS)
            .mapToObj(i -> good.get(i * JAVAC_SKIPS))
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    for (int from = 0; from < some.size(); from += MODELS_OF_A_BATCH) {
      batches.add(some.subList(from, Math.min(from + MODELS_OF_A_BATCH, some.size())));
    }
    batches.parallelStream().forEach(MutationTest::javacTakes);
  }

  /** The edited model of that number: one to three edits of one of the originals. */
  static ModelSource edited(int number) {
    SplittableRandom random = new SplittableRandom(number);
    ModelSource model = originals.get(number % originals.size());
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      model = ModelEdits.edit(model, "m" + number, random);
    }
    return model;
  }

  /** The printed program of an edited model, but for its package; empty if it is refused. */
  private static Optional<String> program(int number) {
    Optional<Backend.Result> result = compiled(number, Javac::printed);
    return result.map(r -> r.explained().get("program").replace("m" + number + ".", ""));
  }

  private static Optional<Backend.Result> compiled(
      int number, Function<Program, Backend.Result> backend) {
    ModelSource model = edited(number);
    Diagnostics diagnostics = new Diagnostics();
    Optional<Backend.Result> result = new Pipeline(backend).run(model, diagnostics);
    assertThat(diagnostics.hasErrors()).as("has errors").isNotEqualTo(result.isPresent());
    diagnostics
        .all()
        .forEach(diagnostic -> {
          assertThat(CaretRenderer.render(diagnostic)).startsWith("[Harmonium/");
          diagnostic.picture().ifPresent(MutationTest::isInside);
        });
    return result;
  }

  private static void isInside(Picture picture) {
    int length = picture.equation().length();
    assertThat(picture.focus().from()).isBetween(0, length);
    assertThat(picture.focus().to()).isBetween(picture.focus().from(), length);
  }

  private static void javacTakes(List<Integer> numbers) {
    List<GeneratedSource> sources = new ArrayList<>();
    for (int number : numbers) {
      ModelSource model = edited(number);
      sources.add(new GeneratedSource(model.qualifiedName(), ModelText.of(model)));
      sources.addAll(compiled(number, Backend::compile).orElseThrow().sources());
    }
    List<String> refusals = Batch.refusals(sources);
    List<String> models =
        numbers.stream()
            .filter(n -> refusals.stream().anyMatch(r -> r.contains("m" + n + "/")))
            .map(n -> ModelText.of(edited(n)))
            .toList();
    assertThat(refusals).as("%s", models).isEmpty();
  }

  /** Does something with each edited model, none of which may fail or take its time. */
  private static <T> List<T> forAll(List<Integer> numbers, IntFunction<T> task)
      throws InterruptedException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), Thread.ofPlatform().daemon().factory());
    List<Future<T>> answers =
        numbers.stream().map(number -> threads.submit(() -> inTime(number, task))).toList();
    List<T> results = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < answers.size() && faults.size() < 10; i++) {
      try {
        results.add(answers.get(i).get(HANGS_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException | TimeoutException fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        int number = numbers.get(i);
        faults.add(number + "\n" + ModelText.of(edited(number)) + firstLines(trace.toString()));
      }
    }
    threads.shutdownNow();
    assertThat(faults).isEmpty();
    return results;
  }

  /** Time of the processor and not of the clock: others use the machine too. */
  private static <T> T inTime(int number, IntFunction<T> task) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    T result = task.apply(number);
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertThat(taken).isLessThan(TimeUnit.SECONDS.toNanos(CPU_SECONDS));
    return result;
  }

  private static String firstLines(String trace) {
    return trace
        .lines()
        .dropWhile(l -> !l.startsWith("Caused by"))
        .limit(12)
        .collect(Collectors.joining("\n"));
  }
}
