/**
 * The tunes that come along, so that there is music without a data set.
 *
 * <p>Duty: {@link harmonium.tunes.BundledTunes} reads the tunebooks beside it, which are ABC
 * notation: {@code train.abc}, {@code valid.abc} and {@code test.abc}. The tunes are traditional,
 * their settings made for this project. Output: a {@link harmonium.music.Corpus}, whose pieces are
 * named by their titles.
 */
package harmonium.tunes;
