package harmonium.music;

/**
 * A piano-roll with its name.
 *
 * @param name where it comes from: a file's path within its corpus, or a file and line
 * @param roll the music
 */
public record Piece(String name, PianoRoll roll) {}
