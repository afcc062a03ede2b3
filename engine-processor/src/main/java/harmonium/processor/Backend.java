package harmonium.processor;

import harmonium.processor.derive.Derivation;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.DerivedPrinter;
import harmonium.processor.emit.GeneratedSource;
import harmonium.processor.emit.Kernels;
import harmonium.processor.ir.Program;
import harmonium.processor.page.Page;
import harmonium.processor.plan.Means;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.PlanPrinter;
import harmonium.processor.plan.Planner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The second half of the compiler: derive, plan, emit. It cannot fail for a user's fault. */
final class Backend {
  /**
   * What comes of one model.
   *
   * @param sources the Java files to write
   * @param kernel qualified name of the kernel
   * @param explained the printable form of each phase, keyed by its name, in order
   * @param page the model as a page of HTML
   */
  record Result(
      List<GeneratedSource> sources, String kernel, Map<String, String> explained, String page) {
    /** Binary name of the {@link harmonium.kernel.KernelFactory} to register. */
    String factory() {
      return kernel + "$Factory";
    }
  }

  private Backend() {}

  /** Compiles one model by all means. */
  static Result compile(Program program) {
    return compile(program, Means.ALL);
  }

  /**
   * Compiles one model.
   *
   * @param means what its kernel may use to be fast
   * @throws harmonium.processor.derive.UnsupportedModel if no plan can be made for it yet
   */
  static Result compile(Program program, Set<Means> means) {
    Derived derived = Derivation.of(program);
    Plan plan = Planner.plan(derived, means);
    String kernel =
        (program.packageName().isEmpty() ? "" : program.packageName() + ".") + program.kernelName();
    SequencedMap<String, String> explained = new LinkedHashMap<>();
    explained.put("derived", DerivedPrinter.print(derived));
    explained.put("plan", PlanPrinter.print(plan));
    String page = Page.of(program, derived, explained.get("plan"));
    return new Result(Kernels.write(plan), kernel, explained, page);
  }
}
