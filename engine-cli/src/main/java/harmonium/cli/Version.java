package harmonium.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, from the manifest of the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not built as a jar)");
    return new String[] {"harmonium " + version, "Java ${java.version}, ${os.name} ${os.arch}"};
  }
}
