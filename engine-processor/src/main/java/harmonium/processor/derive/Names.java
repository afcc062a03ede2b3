package harmonium.processor.derive;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Hands out names that no symbol of the model has. */
public final class Names {
  private final Set<String> taken;

  /** All names that must not be handed out. */
  public Names(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** The wish itself, or with as many underscores behind it as it takes. */
  public String fresh(String wish) {
    String name = wish;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }
}
