package quickstart;

import harmonium.api.Model;
import harmonium.api.Size;
import harmonium.model.RnnRbm;

/** The RNN-RBM with twice the hidden units: whatever a variant does not say is inherited. */
@Model(sizes = @Size(of = "h", is = 300))
public interface BigRnnRbm extends RnnRbm {}
