package harmonium.train;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;

/** Registers {@link PlainRbm} as the processor registers compiled models. */
public final class PlainRbmFactory implements KernelFactory {
  @Override
  public Blueprint blueprint() {
    return PlainRbm.blueprint(88, 4);
  }

  @Override
  public Kernel create(Parameters parameters, Lanes lanes, Team team) {
    return new PlainRbm(parameters);
  }
}
