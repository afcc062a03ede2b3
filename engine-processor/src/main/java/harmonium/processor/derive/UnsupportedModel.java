package harmonium.processor.derive;

import java.util.Optional;

/**
 * A correct model that nothing can be derived or planned from yet; the message says what is in the
 * way.
 */
public final class UnsupportedModel extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String symbol;

  /** States what is in the way, as a noun without a full stop. */
  public UnsupportedModel(String what) {
    this(what, null);
  }

  /** The same of one symbol. */
  public UnsupportedModel(String what, String symbol) {
    super(what);
    this.symbol = symbol;
  }

  /** The symbol that is in the way; empty if it is the energy or the conditional. */
  public Optional<String> symbol() {
    return Optional.ofNullable(symbol);
  }
}
