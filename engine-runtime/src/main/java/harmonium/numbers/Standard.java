package harmonium.numbers;

import harmonium.kernel.Frames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a model of real units takes for zero and for one in each column: the mean and the standard
 * deviation of the numbers that it was trained on. Its units have unit variance, or one near it, so
 * it would see nothing of a column that hardly moves and nothing but one that moves a lot.
 *
 * @param means one for each column
 * @param deviations one for each column, at least 0; 0 for a column that never moves
 */
public record Standard(List<Float> means, List<Float> deviations) {
  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";

  /** Digits of a number that are told, beginning with that of the deviation. */
  private static final int DIGITS = 4;

  private static final int MOST_DECIMALS = 45;

  public Standard {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    if (means.size() != deviations.size()) {
      throw new IllegalArgumentException(
          means.size() + " means beside " + deviations.size() + " deviations");
    }
    if (!means.stream().allMatch(Float::isFinite)
        || !deviations.stream().allMatch(d -> Float.isFinite(d) && d >= 0)) {
      throw new IllegalArgumentException("a mean or a deviation is no such number");
    }
  }

  /**
   * The standard of some sequences.
   *
   * @param sequences of real units; at least one step
   */
  public static Standard of(List<Frames> sequences) {
    int columns = sequences.getFirst().units();
    long steps = sequences.stream().mapToLong(Frames::steps).sum();
    List<Float> means = new ArrayList<>();
    List<Float> deviations = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      double mean = moment(sequences, i, 0, 1) / steps;
      means.add((float) mean);
      deviations.add((float) Math.sqrt(moment(sequences, i, mean, 2) / steps));
    }
    return new Standard(means, deviations);
  }

  private static double moment(List<Frames> sequences, int column, double about, int power) {
    double sum = 0;
    for (Frames sequence : sequences) {
      for (int t = 0; t < sequence.steps(); t++) {
        double off = sequence.value(t, column) - about;
        sum += power == 1 ? off : off * off;
      }
    }
    return sum;
  }

  /** Numbers as the model takes them. */
  public Frames applied(Frames numbers) {
    Frames standard = Frames.real(numbers.steps(), numbers.units());
    for (int t = 0; t < numbers.steps(); t++) {
      for (int i = 0; i < numbers.units(); i++) {
        float deviation = deviations.get(i);
        double off = (double) numbers.value(t, i) - means.get(i);
        standard.set(t, i, deviation == 0 ? 0 : (float) (off / deviation));
      }
    }
    return standard;
  }

  /** What the model makes, as numbers again. */
  public Frames undone(Frames standard) {
    Frames numbers = Frames.real(standard.steps(), standard.units());
    for (int t = 0; t < standard.steps(); t++) {
      for (int i = 0; i < standard.units(); i++) {
        double off = (double) standard.value(t, i) * deviations.get(i);
        numbers.set(t, i, (float) (means.get(i) + off));
      }
    }
    return numbers;
  }

  /** Digits behind the point that say something of a column. */
  public int decimals(int column) {
    float deviation = deviations.get(column);
    int wanted =
        deviation == 0
            ? new BigDecimal(means.get(column).toString()).stripTrailingZeros().scale()
            : DIGITS - 1 - (int) Math.floor(Math.log10(deviation));
    return Math.clamp(wanted, 0, MOST_DECIMALS);
  }

  /** What a model file keeps of it. */
  public Map<String, String> words() {
    return Map.of(MEAN, words(means), DEVIATION, words(deviations));
  }

  private static String words(List<Float> numbers) {
    return String.join(" ", numbers.stream().map(String::valueOf).toList());
  }

  /**
   * Reads {@link #words}.
   *
   * @throws IllegalArgumentException if they are missing or none for so many columns, in words for
   *     the user
   */
  public static Standard of(Map<String, String> words, int columns) {
    return new Standard(numbers(words, MEAN, columns), numbers(words, DEVIATION, columns));
  }

  private static List<Float> numbers(Map<String, String> words, String key, int columns) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("lacks the metadata '" + key + "'");
    }
    try {
      List<Float> numbers = Arrays.stream(text.split(" ", -1)).map(Float::valueOf).toList();
      if (numbers.size() == columns) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new IllegalArgumentException(
        "its metadata '" + key + "' are not the numbers of " + columns + " columns");
  }
}
