package harmonium.cli.sound;

/**
 * Computes the tone of a struck string: a sum of decaying partials.
 *
 * <p>Stiffness of the string makes partials sharp, {@code f_n = n f sqrt(1 + B n^2)}; high ones die
 * sooner; and each dies twice, first fast, then slow, as coupled strings do (Weinreich, "Coupled
 * piano strings", 1977). The constants are chosen by ear and eye, after no single instrument.
 */
final class PianoTone {
  /** Samples a second. */
  static final int RATE = 44100;

  private static final double CONCERT_PITCH = 440;
  private static final int CONCERT_KEY = 69;
  private static final int OCTAVE = 12;
  private static final int MOST_PARTIALS = 30;
  private static final double HIGHEST_HERTZ = 9000;
  private static final double ATTACK_SECONDS = 0.003;
  private static final double FADE_SECONDS = 0.4;
  private static final double HAMMER = 0.12;
  private static final double SLOW_SHARE = 0.3;
  private static final double SLOW_RATE = 0.22;
  private static final double SLOW_DETUNING = 1.0004;
  private static final double PEAK = 0.9 * Short.MAX_VALUE;

  private final int key;
  private final double hertz;
  private final double[] wave;

  private PianoTone(int key) {
    this.key = key;
    hertz = CONCERT_PITCH * StrictMath.pow(2, (key - CONCERT_KEY) / (double) OCTAVE);
    wave = new double[(int) (RATE * Math.clamp(6.5 - (key - 36) * 0.065, 1.2, 7))];
  }

  /** The samples of a key until nothing is heard of it. */
  static short[] of(int key) {
    PianoTone tone = new PianoTone(key);
    tone.addPartials();
    return tone.shaped();
  }

  private void addPartials() {
    double stiffness = 1e-4 * StrictMath.pow(2, (key - 48) / 10.0);
    // Seconds until the first partial is at 1/e.
    double length = 2.2 * StrictMath.pow(2, (48 - key) / 16.0);
    for (int n = 1; n <= MOST_PARTIALS; n++) {
      double partial = n * hertz * StrictMath.sqrt(1 + stiffness * n * n);
      if (partial > HIGHEST_HERTZ) {
        return;
      }
      // A hammer at an eighth of the string leaves out each eighth partial, and it is soft.
      double level =
          (StrictMath.abs(StrictMath.sin(Math.PI * n * HAMMER)) + 0.05)
              / n
              * StrictMath.exp(-partial / 3500);
      double decay = (1 + 0.28 * (n - 1)) / length;
      double phase = 0.7 * n * n;
      add(partial, level * (1 - SLOW_SHARE), decay, phase);
      add(partial * SLOW_DETUNING, level * SLOW_SHARE, decay * SLOW_RATE, phase);
    }
  }

  /** Adds a decaying sine by turning a complex number; needs no sine for each sample. */
  private void add(double frequency, double level, double decay, double phase) {
    double turn = 2 * Math.PI * frequency / RATE;
    double shrink = StrictMath.exp(-decay / RATE);
    double cos = shrink * StrictMath.cos(turn);
    double sin = shrink * StrictMath.sin(turn);
    double re = level * StrictMath.cos(phase);
    double im = level * StrictMath.sin(phase);
    for (int i = 0; i < wave.length; i++) {
      wave[i] += im;
      double next = re * cos - im * sin;
      im = re * sin + im * cos;
      re = next;
    }
  }

  private short[] shaped() {
    int attack = (int) (ATTACK_SECONDS * RATE);
    int fade = (int) (FADE_SECONDS * RATE);
    double peak = 0;
    for (int i = 0; i < wave.length; i++) {
      double in = Math.min(1, i / (double) attack);
      double out = Math.min(1, (wave.length - 1 - i) / (double) fade);
      wave[i] *= in * out;
      peak = Math.max(peak, Math.abs(wave[i]));
    }
    short[] samples = new short[wave.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.rint(wave[i] * PEAK / peak);
    }
    return samples;
  }
}
