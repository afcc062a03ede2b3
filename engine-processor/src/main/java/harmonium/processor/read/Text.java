package harmonium.processor.read;

import harmonium.processor.diagnose.Origin;

/**
 * A string of an annotation with its place.
 *
 * @param value the string
 * @param origin where it stands
 */
public record Text(String value, Origin origin) {
  /** A string without a place, for models that are built by hand. */
  public static Text of(String value) {
    return new Text(value, Origin.NOWHERE);
  }
}
