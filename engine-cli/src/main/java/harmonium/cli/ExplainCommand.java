package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.KernelFactory;
import harmonium.store.AtomicFile;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a model declares, what was derived from it, and how its kernel computes it. */
@Command(
    name = "explain",
    description = {
      "Prints the equations of a model and what was derived from them.",
      "That is the conditionals, the free energy, the gradient and its way back through time, and"
          + " the plan of its kernel with what a step costs, all in the notation of the equations."
    },
    footer = {
      "  harmonium explain RnnRbm",
      "  harmonium explain RnnRbm --html rnnrbm.html",
      "  harmonium explain MyModel --models mine.jar"
    })
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @Parameters(paramLabel = "MODEL", description = "One that 'harmonium models' lists.")
  private String name;

  @Option(
      names = {"-o", "--html"},
      paramLabel = "FILE",
      description = "Writes it as a page instead, with the mathematics set; .html.")
  private Path html;

  @Override
  public void run() {
    if (html != null) {
      Endings.kind(spec, "--html", html, new String[] {".html", ".htm"}, List::of);
      models.paths().forEach(jar -> Outputs.checkApart(spec, "--html", html, "--models", jar));
    }
    KernelFactory factory = models.named(name);
    PrintWriter out = spec.commandLine().getOut();
    if (html == null) {
      out.print(text(factory));
    } else {
      Outputs.checkWritable(html);
      AtomicFile.write(html, page(factory).getBytes(StandardCharsets.UTF_8));
      out.println(html + ": " + factory.blueprint().name());
    }
    out.flush();
  }

  private static String text(KernelFactory factory) {
    Blueprint model = factory.blueprint();
    return String.format(
        Locale.ROOT,
        "%s, %,d parameters (%s)%n%n%s== bytecode ==%n%n%s%n",
        model.name(),
        model.parameterCount(),
        model.type(),
        factory.explanation().orElseThrow(() -> without(factory, "an explanation")),
        Bytecode.of(factory));
  }

  /** The bytecode is known only where the kernel is, so it is put behind the plan here. */
  private static String page(KernelFactory factory) {
    String page = factory.page().orElseThrow(() -> without(factory, "a page"));
    int end = page.lastIndexOf("</body>");
    String bytecode = "<h3>bytecode</h3>\n<pre>" + Bytecode.of(factory) + "</pre>\n";
    return page.substring(0, end) + bytecode + page.substring(end);
  }

  private static FileException without(KernelFactory factory, String what) {
    return new FileException(
        factory.blueprint().type(), "its kernel came without " + what + "; compile it again");
  }
}
