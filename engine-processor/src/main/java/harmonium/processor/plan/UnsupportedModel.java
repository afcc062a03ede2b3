package harmonium.processor.plan;

/** A correct model that no plan can be made for yet; the message says what is in the way. */
public final class UnsupportedModel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** States what is in the way, as a clause without a full stop. */
  public UnsupportedModel(String what) {
    super(what);
  }
}
