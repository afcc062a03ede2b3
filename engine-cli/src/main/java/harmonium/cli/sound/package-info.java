/**
 * Piano-rolls as sound.
 *
 * <p>In: a piano-roll with its time. Out: a WAV file by {@link harmonium.cli.sound.WavFile}. No
 * sound card is needed. The same input gives the same bytes, on one kind of processor: Gervill uses
 * elementary functions that Java does not fix to the bit.
 *
 * <p>The synthesiser is Gervill, which every JDK has. Its own instruments will not do: it draws
 * their phases from {@code Math.random()}, or takes what bank of sounds the system happens to have.
 * So the piano is our own: {@link harmonium.cli.sound.PianoTone} computes tones, {@link
 * harmonium.cli.sound.SoundFont} puts them into a bank, {@link harmonium.cli.sound.Gervill} plays
 * it. {@code SilentPreferences} keep it from writing preferences into the user's home.
 *
 * <p>Words: a <em>sample</em> is one number of a wave; a <em>sound frame</em> is the samples of
 * both channels at one time (a frame alone is of a piano-roll); a <em>zone</em> is the keys that
 * share one tone.
 */
package harmonium.cli.sound;
