/**
 * How music becomes the frames of a model, and back.
 *
 * <p>Duty: {@link harmonium.encode.Encoding} chooses by the visible layer alone what a unit stands
 * for, a key or what a voice does; {@link harmonium.encode.Harmony} makes the chords that an input
 * layer takes.
 *
 * <p>In: piano-rolls and chords. Out: {@link harmonium.kernel.Frames}, and piano-rolls again.
 *
 * <p>Words: a <em>voice</em> plays one note at a time or rests; a <em>pitch class</em> is a key
 * without its octave, 0 being C; a <em>template</em> is a kind of chord that harmony is read as.
 */
package harmonium.encode;
