package harmonium.processor.diagnose;

/**
 * A place in the user's source, opaque to all but the reader that makes it and the {@link Reporter}
 * that points at it.
 */
public interface Origin {
  /** No place: for models that are built by hand. */
  Origin NOWHERE = () -> "";

  /** What the place alone does not tell, such as who inherited the symbol; often empty. */
  String remark();
}
