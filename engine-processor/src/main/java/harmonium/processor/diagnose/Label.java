package harmonium.processor.diagnose;

/**
 * A word under a stretch of an equation.
 *
 * @param span the stretch
 * @param text the word, often the axes of what stands there
 */
public record Label(Span span, String text) {}
