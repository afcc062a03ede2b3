package harmonium.processor.diagnose;

import java.util.List;

/**
 * What is drawn below the first line of a diagnostic.
 *
 * @param equation the whole text as the user wrote it
 * @param focus the smallest stretch that is wrong
 * @param labels words under this and other stretches
 */
public record Picture(String equation, Span focus, List<Label> labels) {
  public Picture {
    labels = List.copyOf(labels);
  }
}
