package harmonium.api;

/** A number of the model, live: it is read anew at each call. */
public interface Scalar {
  /** The name in the equations. */
  String name();

  /** The present value. */
  double value();
}
