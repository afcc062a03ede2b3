/**
 * What makes the command start sooner, made once after a build and wanted by nothing.
 *
 * <p>In: the jar of the command. Out: a folder with the same jar, whose old class files have become
 * such as can be cached ({@code ModernJar}), and <em>caches</em> of the Java machine (JEP 483, 514,
 * 515), each of a <em>rehearsal</em> with the flags of the command. The launcher uses what is newer
 * than the jar; the Java machine uses a cache that fits it, and is silent about any other.
 *
 * <p>Reading order: {@code Preparation}, {@code ModernJar}; then {@code harmonium.cli.Rehearsal}.
 */
package harmonium.cli.start;
