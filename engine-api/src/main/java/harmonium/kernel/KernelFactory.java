package harmonium.kernel;

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
}
