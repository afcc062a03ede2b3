package harmonium.cli;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The subcommands. The parser reads the annotations of each that it is given, which takes longer
 * than all else that most of them do; so it is given those alone that a command line can need.
 */
final class Subcommands {
  private static final Map<String, Class<?>> ALL = all();

  private Subcommands() {}

  /** All of them in the order of the help. */
  static Collection<Class<?>> inOrder() {
    return ALL.values();
  }

  /** The one that is named first, and all if none is. */
  static Collection<Class<?>> neededBy(String... args) {
    Class<?> named = args.length == 0 ? null : ALL.get(args[0]);
    return named == null ? inOrder() : List.of(named);
  }

  private static Map<String, Class<?>> all() {
    Map<String, Class<?>> all = new LinkedHashMap<>();
    all.put("demo", DemoCommand.class);
    all.put("train", TrainCommand.class);
    all.put("compose", ComposeCommand.class);
    all.put("roll", RollCommand.class);
    all.put("curve", CurveCommand.class);
    all.put("models", ModelsCommand.class);
    all.put("explain", ExplainCommand.class);
    all.put("show", ShowCommand.class);
    all.put("bench", BenchCommand.class);
    return Collections.unmodifiableMap(all);
  }
}
