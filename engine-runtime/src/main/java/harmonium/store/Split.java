package harmonium.store;

import java.util.List;
import java.util.Locale;

/** Which part of a data set something belongs to. */
public enum Split {
  /** To train on. */
  TRAIN,
  /** To choose the best epoch by. */
  VALID,
  /** To judge by. */
  TEST;

  /**
   * The part that a path within a data set belongs to, by the innermost of its folders that is
   * called {@code train}, {@code valid} or {@code test}; to train on if none is.
   *
   * @param path parted by {@code /}
   */
  public static Split of(String path) {
    List<String> folders = List.of(path.toLowerCase(Locale.ROOT).split("/", -1));
    for (String folder : folders.subList(0, folders.size() - 1).reversed()) {
      switch (folder) {
        case "train" -> {
          return TRAIN;
        }
        case "valid" -> {
          return VALID;
        }
        case "test" -> {
          return TEST;
        }
        default -> {}
      }
    }
    return TRAIN;
  }
}
