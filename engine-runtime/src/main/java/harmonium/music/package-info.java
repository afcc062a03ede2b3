/**
 * Music as frames: from MIDI, zips, text and tunebooks to piano-rolls, and back.
 *
 * <p>Duty: {@link harmonium.music.CorpusReader} turns what a user calls a data set into a {@link
 * harmonium.music.Corpus}; {@link harmonium.music.MidiReader} and {@link
 * harmonium.music.MidiWriter} read and write one piece; {@link harmonium.music.RollText} reads and
 * writes piano-rolls as text; {@link harmonium.music.abc} reads tunes in ABC notation.
 *
 * <p>Input: files from anywhere, which are never trusted: a damaged one is read as far as it is
 * sound, or refused with a {@link harmonium.store.FileException} of one line. Output: piano-rolls,
 * the same on every machine.
 *
 * <p>Words: a <em>key</em> is a key of the keyboard by its MIDI number (60 is middle C); a
 * <em>tick</em> is the unit of time of one MIDI file; a <em>step</em> is the unit of time of a
 * {@link harmonium.music.Grid}; a <em>frame</em> is the set of keys that sound in one step; a
 * <em>piano-roll</em> is a sequence of frames; a <em>piece</em> is a piano-roll with its name.
 */
package harmonium.music;
