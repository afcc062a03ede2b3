package harmonium.processor.diagnose;

import java.util.ArrayList;
import java.util.List;

/** Collects the messages about one model, and is the gate behind which code is generated. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  /** Takes a message in. */
  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  /** Takes all messages of another collection in. */
  public void addAll(Diagnostics other) {
    all.addAll(other.all);
  }

  /** Whether nothing may be generated. */
  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.code().kind() == Code.Kind.ERROR);
  }

  /** Whether there is no message at all. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The messages in the order in which they came. */
  public List<Diagnostic> all() {
    return List.copyOf(all);
  }
}
