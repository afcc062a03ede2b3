package harmonium.processor.emit;

/**
 * One Java file to be written.
 *
 * @param qualifiedName of its top-level class
 * @param text the whole file
 */
public record GeneratedSource(String qualifiedName, String text) {}
