package harmonium.benchmarks.model;

import harmonium.api.Model;
import harmonium.api.Size;
import harmonium.model.RnnRbm;

/** The RNN-RBM with 4 times as many units of each kind. */
@Model(sizes = {@Size(of = "v", is = 352), @Size(of = "h", is = 600), @Size(of = "u", is = 400)})
public interface RnnRbmX4 extends RnnRbm {}
