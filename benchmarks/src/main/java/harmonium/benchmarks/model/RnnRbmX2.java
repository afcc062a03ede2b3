package harmonium.benchmarks.model;

import harmonium.api.Model;
import harmonium.api.Size;
import harmonium.model.RnnRbm;

/** The RNN-RBM with 2 times as many units of each kind. */
@Model(sizes = {@Size(of = "v", is = 176), @Size(of = "h", is = 300), @Size(of = "u", is = 200)})
public interface RnnRbmX2 extends RnnRbm {}
