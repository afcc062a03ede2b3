package harmonium.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, from the manifest of the jar. */
final class Version implements IVersionProvider {
  /** Whether a command line asks for the version and for nothing else. */
  static boolean isAllThatIsAsked(String... args) {
    return args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"));
  }

  static List<String> lines() {
    String version = Version.class.getPackage().getImplementationVersion();
    return List.of(
        "harmonium " + Objects.requireNonNullElse(version, "(not built as a jar)"),
        "Java "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
  }

  @Override
  public String[] getVersion() {
    return lines().toArray(String[]::new);
  }
}
