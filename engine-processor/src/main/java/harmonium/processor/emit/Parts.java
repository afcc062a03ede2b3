package harmonium.processor.emit;

import java.util.List;
import java.util.function.Consumer;

/**
 * Puts the work on one row into a method of its own. HotSpot compiles a method that is called often
 * as a whole and once; a loop that runs long within one call it compiles again from each place
 * where it happens to be, which for vectors took most of the first seconds of a training.
 */
interface Parts {
  /**
   * Writes a method {@code (kernel k, int ...)} and returns its name.
   *
   * @param suffix tells it from the other parts of the same statement
   * @param indices names of its parameters: a step or a row, and the first element of a tile
   */
  String part(String suffix, List<String> indices, Consumer<Code> body);
}
