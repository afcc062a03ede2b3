package harmonium.cli.sound;

import harmonium.music.Note;
import harmonium.music.Performance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Synthesizer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/**
 * Plays notes on the synthesiser of the JDK, as fast as it can and into memory.
 *
 * <p>The way through its stream is public but not exported: the jar's manifest says {@code
 * Add-Exports: java.desktop/com.sun.media.sound}, and whoever runs the classes otherwise says
 * {@code --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED}. It is called by reflection,
 * since javac takes {@code --release} and {@code --add-exports} not together. Without its default
 * bank of sounds it neither looks for banks of the system nor keeps one in {@code .gervill} of the
 * home.
 */
final class Gervill {
  private static final String CLASS = "com.sun.media.sound.SoftSynthesizer";
  private static final int CHANNELS = 2;
  private static final AudioFormat FORMAT =
      new AudioFormat(
          AudioFormat.Encoding.PCM_FLOAT,
          PianoTone.RATE,
          Float.SIZE,
          CHANNELS,
          CHANNELS * Float.BYTES,
          PianoTone.RATE,
          false);
  // The limiter would make loud places soft; the level is set afterwards.
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "load default soundbank", false,
          "auto gain control", false,
          "chorus", false,
          "max polyphony", 512);
  private static final int ZONE = 6;
  private static final int VELOCITY = 90;
  private static final int CHUNK = 1 << 14;

  private Gervill() {}

  /** The samples of both channels in turn, for so many sound frames. */
  static float[] play(Performance performance, int soundFrames) {
    // Not in a method of that class: its parent would have chosen others by then.
    System.setProperty(
        "java.util.prefs.PreferencesFactory", SilentPreferences.Factory.class.getName());
    try (Synthesizer synthesizer =
            Class.forName(CLASS).asSubclass(Synthesizer.class).getConstructor().newInstance();
        AudioInputStream stream = stream(synthesizer)) {
      byte[] bank = SoundFont.of(zones(performance));
      synthesizer.loadAllInstruments(MidiSystem.getSoundbank(new ByteArrayInputStream(bank)));
      Receiver receiver = synthesizer.getReceiver();
      for (Note note : performance.notes()) {
        send(receiver, performance, ShortMessage.NOTE_ON, note.key(), note.on());
        send(receiver, performance, ShortMessage.NOTE_OFF, note.key(), note.off());
      }
      return read(stream, soundFrames);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the synthesiser of the JDK is closed; run ./harmonium, or java with --add-exports"
              + " java.desktop/com.sun.media.sound=ALL-UNNAMED",
          e);
    } catch (InvalidMidiDataException | MidiUnavailableException e) {
      throw new IllegalStateException("the synthesiser refuses what we made", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the synthesiser fails in memory", e);
    }
  }

  private static AudioInputStream stream(Synthesizer synthesizer)
      throws ReflectiveOperationException {
    try {
      return (AudioInputStream)
          synthesizer
              .getClass()
              .getMethod("openStream", AudioFormat.class, Map.class)
              .invoke(synthesizer, FORMAT, SETTINGS);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the synthesiser does not open", e.getCause());
    }
  }

  /** Tones for the keys that are played, one for each half octave. */
  private static List<SoundFont.Zone> zones(Performance performance) {
    List<SoundFont.Zone> zones = new ArrayList<>();
    for (int low = 0; low <= 127; low += ZONE) {
      int first = low;
      int high = Math.min(127, low + ZONE - 1);
      if (performance.notes().stream().anyMatch(n -> first <= n.key() && n.key() <= high)) {
        int root = Math.min(127, low + ZONE / 2);
        zones.add(new SoundFont.Zone(low, high, root, PianoTone.of(root)));
      }
    }
    return zones;
  }

  private static void send(
      Receiver receiver, Performance performance, int command, int key, long tick)
      throws InvalidMidiDataException {
    long micros = performance.tempo().scaledMicros(tick) / performance.tempo().division();
    receiver.send(new ShortMessage(command, 0, key, VELOCITY), micros);
  }

  private static float[] read(AudioInputStream stream, int soundFrames) throws IOException {
    float[] samples = new float[CHANNELS * soundFrames];
    byte[] bytes = new byte[CHUNK * Float.BYTES];
    int done = 0;
    while (done < samples.length) {
      int count = Math.min(CHUNK, samples.length - done);
      int got = stream.readNBytes(bytes, 0, count * Float.BYTES);
      if (got < count * Float.BYTES) {
        throw new IOException("the sound ends early");
      }
      ByteBuffer.wrap(bytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(samples, done, count);
      done += count;
    }
    return samples;
  }
}
