package harmonium.benchmarks.model;

import harmonium.api.Model;
import harmonium.api.Size;
import harmonium.model.Rbm;

/** Many visible units and hardly any hidden ones, so that a sweep is little but draws. */
@Model(sizes = {@Size(of = "v", is = 1024), @Size(of = "h", is = 4)})
public interface Coins extends Rbm {}
