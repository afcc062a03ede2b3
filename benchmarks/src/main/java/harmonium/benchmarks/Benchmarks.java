package harmonium.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Starts JMH with the module of the vectors. A flag of the user's own would replace an
 * annotation's, so both are put together here.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Takes the options of JMH. */
  public static void main(String[] arguments) throws Exception {
    CommandLineOptions options = new CommandLineOptions(arguments);
    if (options.shouldHelp()
        || options.shouldList()
        || options.shouldListProfilers()
        || options.shouldListResultFormats()
        || options.shouldListWithParams()) {
      Main.main(arguments);
      return;
    }
    List<String> flags = new ArrayList<>(List.of("--add-modules", "jdk.incubator.vector"));
    flags.addAll(options.getJvmArgsAppend().orElse(List.of()));
    new Runner(
            new OptionsBuilder()
                .parent(options)
                .jvmArgsAppend(flags.toArray(String[]::new))
                .build())
        .run();
  }
}
