package harmonium.cli.sound;

import harmonium.music.Grid;
import harmonium.music.MidiReader;
import harmonium.music.MidiWriter;
import harmonium.music.Performance;
import harmonium.music.PianoRoll;
import harmonium.store.AtomicFile;
import harmonium.store.FileException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes a piano-roll as a WAV file that a piano plays: 16 bits, two channels, 44.1 kHz. */
public final class WavFile {
  /** Seconds after the last step, in which the last notes die away. */
  public static final double TAIL_SECONDS = 1.5;

  /** Longest piece in seconds: its samples are held in memory. */
  public static final double MOST_SECONDS = 1200;

  private static final int CHANNELS = 2;
  private static final double FADE_SECONDS = 0.5;
  // 1 dB below the loudest that 16 bits can say.
  private static final double PEAK = Short.MAX_VALUE * 0.8912509381337456;

  private WavFile() {}

  /**
   * Writes a file, whole or not at all, and returns its length in seconds.
   *
   * @param quartersPerMinute the tempo for a grid of beats, 4 to 600
   * @throws FileException if it cannot be written or lasts longer than {@link #MOST_SECONDS}
   */
  public static double write(Path file, PianoRoll roll, Grid grid, double quartersPerMinute) {
    double length = roll.steps() * grid.seconds(quartersPerMinute);
    if (length > MOST_SECONDS) {
      throw new FileException(
          file.toString(),
          String.format(
              Locale.ROOT,
              "the piece lasts %.0f s and sound is made up to %.0f s; write .mid instead",
              length,
              MOST_SECONDS));
    }
    byte[] midi = new MidiWriter(grid, 0, quartersPerMinute).bytes(roll);
    Performance performance = new MidiReader().read(file.toString(), midi);
    int frames = (int) Math.rint((length + TAIL_SECONDS) * PianoTone.RATE);
    byte[] pcm = pcm(Gervill.play(performance, frames));
    AudioFormat format = new AudioFormat(PianoTone.RATE, Short.SIZE, CHANNELS, true, false);
    AtomicFile.write(
        file,
        out ->
            AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(pcm), format, frames),
                AudioFileFormat.Type.WAVE,
                out));
    return (double) frames / PianoTone.RATE;
  }

  /** As loud as can be without clipping, the end faded out. */
  private static byte[] pcm(float[] samples) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double scale = peak == 0 ? 0 : PEAK / peak;
    double fade = FADE_SECONDS * PianoTone.RATE * CHANNELS;
    byte[] pcm = new byte[samples.length * Short.BYTES];
    for (int i = 0; i < samples.length; i++) {
      double left = Math.min(1, (samples.length - i) / fade);
      int value = (int) Math.rint(samples[i] * scale * left);
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    return pcm;
  }
}
