package harmonium.cli;

import harmonium.kernel.Blueprint;
import harmonium.kernel.KernelFactory;
import harmonium.store.FileException;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a model declares, what was derived from it, and how its kernel computes it. */
@Command(
    name = "explain",
    description = {
      "Prints the equations of a model and what was derived from them.",
      "That is the conditionals, the free energy, the gradient and its way back through time, and"
          + " the plan of its kernel, all in the notation of the equations."
    },
    footer = {"  harmonium explain RnnRbm", "  harmonium explain MyModel --models mine.jar"})
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions models;

  @Parameters(paramLabel = "MODEL", description = "One that 'harmonium models' lists.")
  private String name;

  @Override
  public void run() {
    KernelFactory factory = models.named(name);
    Blueprint model = factory.blueprint();
    String explanation =
        factory
            .explanation()
            .orElseThrow(() ->
                new FileException(
                    model.type(), "its kernel came without an explanation; compile it again"));
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s, %,d parameters (%s)%n%n%s",
        model.name(),
        model.parameterCount(),
        model.type(),
        explanation);
    out.flush();
  }
}
