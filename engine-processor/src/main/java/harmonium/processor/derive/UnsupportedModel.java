package harmonium.processor.derive;

/**
 * A correct model that nothing can be derived or planned from yet; the message says what is in the
 * way.
 */
public final class UnsupportedModel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States what is in the way, as a clause without a full stop. */
  public UnsupportedModel(String what) {
    super(what);
  }
}
