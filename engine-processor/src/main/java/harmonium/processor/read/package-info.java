/**
 * From the annotated interface to plain data.
 *
 * <p>Input: a type element. Output: {@link harmonium.processor.read.ModelSource}, all symbols with
 * inherited ones first, every text beside its {@link harmonium.processor.diagnose.Origin}. Words it
 * owns: <i>symbol</i> (one method), <i>declaration</i> (one annotation on it), <i>building
 * block</i> (an inherited interface that is no model itself).
 *
 * <p>{@link harmonium.processor.read.EarlierKernels} looks up what a build before this one
 * registered.
 *
 * <p>Nothing here knows any mathematics, and only {@link harmonium.processor.read.ModelReader} and
 * its helpers know javac.
 */
package harmonium.processor.read;
