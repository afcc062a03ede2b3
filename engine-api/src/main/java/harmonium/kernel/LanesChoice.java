package harmonium.kernel;

import java.util.Locale;
import jdk.incubator.vector.FloatVector;

/** Decides on the width of vectors when a kernel is first made, and says why. */
final class LanesChoice {
  /**
   * Work that takes plain Java about as long, compiling included, as it takes vectors to be
   * compiled: 3,500 composed steps of 25 sweeps by 56,138 parameters.
   */
  static final double LITTLE = 5e9;

  static final Lanes CHOSEN = choose();

  private LanesChoice() {}

  static boolean vectorModule() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  static boolean isForced() {
    return !forced().isEmpty();
  }

  /** The width that is asked for, or nothing. */
  private static String forced() {
    String forced = System.getProperty(Lanes.PROPERTY, "").toLowerCase(Locale.ROOT);
    return forced.equals("auto") ? "" : forced;
  }

  private static Lanes choose() {
    String forced = forced();
    if (!forced.isEmpty()) {
      Lanes lanes = named(forced);
      if (!lanes.available()) {
        throw new IllegalArgumentException(
            "-D"
                + Lanes.PROPERTY
                + "="
                + forced
                + " needs the flag --add-modules jdk.incubator.vector");
      }
      return said(lanes, "forced by -D" + Lanes.PROPERTY);
    }
    if (!vectorModule()) {
      return said(
          Lanes.SCALAR,
          "the module jdk.incubator.vector is absent; add --add-modules jdk.incubator.vector");
    }
    int preferred = FloatVector.SPECIES_PREFERRED.length();
    Lanes lanes =
        preferred >= 16 ? Lanes.BITS_512 : preferred >= 8 ? Lanes.BITS_256 : Lanes.BITS_128;
    return said(lanes, "the widest that this machine prefers");
  }

  private static Lanes named(String forced) {
    return switch (forced) {
      case "scalar" -> Lanes.SCALAR;
      case "128" -> Lanes.BITS_128;
      case "256" -> Lanes.BITS_256;
      case "512" -> Lanes.BITS_512;
      default ->
          throw new IllegalArgumentException(
              "-D" + Lanes.PROPERTY + "=" + forced + " is none of scalar, 128, 256, 512");
    };
  }

  private static Lanes said(Lanes lanes, String why) {
    System.getLogger("harmonium.kernel")
        .log(System.Logger.Level.INFO, "kernels run {0}: {1}", lanes, why);
    return lanes;
  }
}
