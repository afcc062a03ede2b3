package harmonium.benchmarks.peer;

import harmonium.kernel.Lanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The sides that are written in Java and stand on the class path. */
public final class Peers {
  private Peers() {}

  /** Ours: a kernel of each width that can run in this Java machine. */
  public static List<String> ours() {
    return Arrays.stream(Lanes.values())
        .filter(Lanes::available)
        .filter(lanes -> lanes.compareTo(Lanes.chosen()) <= 0)
        .map(HarmoniumPeer::name)
        .toList();
  }

  /** The scalar twin, the meaning of our kernels in plain Java. */
  public static String twin() {
    return HarmoniumPeer.name(Lanes.SCALAR);
  }

  /** Those that are found as services: over other libraries. */
  public static List<Peer> found() {
    List<Peer> found = new ArrayList<>();
    ServiceLoader.load(Peer.class).forEach(found::add);
    return found;
  }

  /**
   * A side by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Peer named(String name) {
    Optional<Peer> ours =
        Arrays.stream(Lanes.values())
            .filter(lanes -> HarmoniumPeer.name(lanes).equals(name))
            .map(lanes -> (Peer) new HarmoniumPeer(lanes))
            .findFirst();
    if (ours.isPresent()) {
      return ours.get();
    }
    Peer plain = new PlainPeer();
    if (plain.name().equals(name)) {
      return plain;
    }
    return found().stream()
        .filter(peer -> peer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no side '" + name + "'"));
  }
}
