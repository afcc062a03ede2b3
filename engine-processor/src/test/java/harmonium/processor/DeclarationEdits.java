package harmonium.processor;

import harmonium.api.UnitType;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Random edits of an annotation: sizes, types of units, axes, spreads, start values. */
final class DeclarationEdits {
  private static final List<Integer> SIZES =
      List.of(1, 2, 3, 7, 15, 16, 17, 33, 300, 5_000, 100_000, 0, -1, 100_001, 10_000_000);

  private static final List<Double> NORMALS =
      List.of(0.0, 0.01, 1.0, 1e-300, 1e300, -1.0, Double.NaN, Double.POSITIVE_INFINITY);

  private final SplittableRandom random;
  private final List<String> names;

  /** Edits that use the names of a model. */
  DeclarationEdits(SplittableRandom random, List<String> names) {
    this.random = random;
    this.names = names;
  }

  /** The annotation with one edit; formulas are left to {@link FormulaEdits}. */
  Declaration edit(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Visible d ->
          switch (random.nextInt(3)) {
            case 0 -> new Declaration.Visible(size(), d.units(), d.groups(), d.origin());
            case 1 -> new Declaration.Visible(d.size(), units(), random.nextInt(-1, 4), d.origin());
            default -> new Declaration.Visible(6, units(), 1 + random.nextInt(3), d.origin());
          };
      case Declaration.Hidden d ->
          random.nextBoolean()
              ? new Declaration.Hidden(size(), d.units(), d.origin())
              : new Declaration.Hidden(d.size(), units(), d.origin());
      case Declaration.Input d -> new Declaration.Input(size(), d.origin());
      case Declaration.Parameter d ->
          random.nextInt(4) == 0
              ? new Declaration.Parameter(d.axes(), of(NORMALS), d.origin())
              : new Declaration.Parameter(axes(d.axes()), d.normal(), d.origin());
      case Declaration.State d ->
          switch (random.nextInt(4)) {
            case 0 -> new Declaration.State(size(), d.of(), d.initial(), d.origin());
            case 1 -> new Declaration.State(0, name(), d.initial(), d.origin());
            case 2 -> new Declaration.State(d.size(), name(), d.initial(), d.origin());
            default -> new Declaration.State(d.size(), d.of(), name(), d.origin());
          };
      case Declaration.Equation d -> d;
      case Declaration.Energy d -> d;
      case Declaration.Conditional d -> d;
    };
  }

  /** A size, right or wrong. */
  int size() {
    return of(SIZES);
  }

  private List<Text> axes(List<Text> old) {
    List<Text> axes = new ArrayList<>(old);
    switch (random.nextInt(5)) {
      case 0 -> Collections.reverse(axes);
      case 1 -> axes.add(name());
      case 2 -> axes.clear();
      case 3 -> axes.replaceAll(_ -> axes.getFirst());
      default -> {
        if (!axes.isEmpty()) {
          axes.set(random.nextInt(axes.size()), name());
        }
      }
    }
    return axes;
  }

  private UnitType units() {
    return of(List.of(UnitType.values()));
  }

  private Text name() {
    return Text.of(of(names));
  }

  private <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
