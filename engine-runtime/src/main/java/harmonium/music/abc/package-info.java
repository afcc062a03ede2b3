/**
 * Tunes in ABC notation, one voice with chord symbols, to notes.
 *
 * <p>Duty: {@link harmonium.music.abc.AbcReader} parts a tunebook into texts, {@link
 * harmonium.music.abc.TuneText} reads one of them, and {@link harmonium.music.abc.Tune} plays it.
 *
 * <p>Input: text of the ABC standard 2.1 as tunebooks use it. Grace notes, decorations, slurs,
 * remarks and words are skipped; more than one voice is refused. The fields {@code M:}, {@code L:},
 * {@code Q:} and {@code R:} before the first tune of a tunebook hold for all its tunes, a tune's
 * own field goes before them. A tune has one tempo, that of its head: a later {@code Q:} is left
 * out. Output: a {@link harmonium.music.Performance}, or a {@link harmonium.store.FileException
 * one-line fault} that names file and line.
 *
 * <p>Words: a <em>symbol</em> is what stands in a tune, its time in ticks of 480 a quarter; a
 * <em>chord</em> is what a chord symbol such as {@code "Am7"} names; a <em>section</em> is a
 * stretch that is repeated; an <em>ending</em> is the part of it that one pass alone plays.
 */
package harmonium.music.abc;
