/**
 * Pictures of music and of trainings, as PNG or SVG.
 *
 * <p>In: piano-rolls with their time, the epochs of a training. Out: {@link
 * harmonium.cli.picture.Picture}s, which any {@code Graphics2D} can paint, and files of them by
 * {@link harmonium.cli.picture.PictureFile}. Needs no screen. The same input gives the same bytes
 * on one machine; between machines the fonts differ.
 *
 * <p>Read {@link harmonium.cli.picture.RollPicture} first, then {@link
 * harmonium.cli.picture.RollLayout}, which has all its geometry.
 *
 * <p>Words: a <em>point</em> is the unit of length, two pixels of a PNG; a <em>panel</em> is one
 * piano-roll of a picture that may have several, above each other on the same axes; a <em>bar</em>
 * is the rectangle of a key that is held.
 */
package harmonium.cli.picture;
