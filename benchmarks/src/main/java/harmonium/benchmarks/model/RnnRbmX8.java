package harmonium.benchmarks.model;

import harmonium.api.Model;
import harmonium.api.Size;
import harmonium.model.RnnRbm;

/** The RNN-RBM with 8 times as many units of each kind. */
@Model(sizes = {@Size(of = "v", is = 704), @Size(of = "h", is = 1200), @Size(of = "u", is = 800)})
public interface RnnRbmX8 extends RnnRbm {}
