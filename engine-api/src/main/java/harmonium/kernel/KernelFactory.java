package harmonium.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes kernels of one compiled model. The processor writes one for each model and registers it as
 * a service, so that {@link java.util.ServiceLoader} finds the models on the class path.
 */
public interface KernelFactory {
  /** The model. */
  Blueprint blueprint();

  /**
   * A kernel that reads and trains the given parameters.
   *
   * @param parameters parameters of this model; many kernels may share them
   * @param lanes the width of its vectors
   * @param team the threads that work inside one call; the caller closes it
   * @throws IllegalArgumentException if the parameters are those of another model, or the width is
   *     not {@linkplain Lanes#available() available}
   */
  Kernel create(Parameters parameters, Lanes lanes, Team team);

  /**
   * What the model declares, what the compiler derived from it and how the kernel computes it, in
   * the notation of the equations. The processor lays it beside the kernel as {@code <kernel>.txt};
   * empty for a factory written by hand.
   *
   * @throws UncheckedIOException if it is there and cannot be read
   */
  default Optional<String> explanation() {
    return beside(".txt");
  }

  /**
   * The same as a page of HTML with the mathematics set, which asks for no other file. The
   * processor lays it beside the kernel as {@code <kernel>.html}; empty for a factory written by
   * hand, and for a kernel compiled before there were pages.
   *
   * @throws UncheckedIOException if it is there and cannot be read
   */
  default Optional<String> page() {
    return beside(".html");
  }

  private Optional<String> beside(String ending) {
    Class<?> kernel = getClass().getEnclosingClass();
    if (kernel == null) {
      return Optional.empty();
    }
    try (InputStream text = kernel.getResourceAsStream(kernel.getSimpleName() + ending)) {
      return text == null
          ? Optional.empty()
          : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
