import harmonium.api.*;

/** Units that are independent given the past: the likelihood is exact. */
@Model
public interface NoHidden {
  @Visible(6) Units v();
  @Parameter({"v", "v"}) Tensor A();
  @Parameter("v") Tensor bv();
  @Equation("bv + v[t-1] @ A") Tensor bv_t();
  @Energy("-(v @ bv_t)") Scalar energy();
}
