package harmonium.api;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of units of one layer or state, in {@link Model#sizes}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Size {
  /** Name of the layer or state. */
  String of();

  /** Number of units, 1 to 100,000. */
  int is();
}
