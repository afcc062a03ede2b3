package harmonium.processor.check;

import harmonium.api.UnitType;
import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.NearestName;
import harmonium.processor.diagnose.Origin;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Shape;
import harmonium.processor.read.Declaration;
import harmonium.processor.read.ModelSource.SizeSource;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the axes of a model and gives layers, states and parameters their shapes. */
final class Axes {
  private static final int LARGEST = 100_000;

  private final Scope scope;
  private final Diagnostics diagnostics;
  private final Map<String, SizeSource> sizes = new LinkedHashMap<>();

  private Axes(Scope scope, Diagnostics diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  /** Fills in the axes of the scope and every shape that does not come from a formula. */
  static void resolve(Scope scope, Diagnostics diagnostics) {
    Axes axes = new Axes(scope, diagnostics);
    axes.takeSizes();
    scope.names().forEach(axes::open);
    axes.sizes.values().forEach(size -> axes.known(size.of()));
    scope.names().forEach(axes::give);
    scope.all(Kind.STATE).forEach(axes::checkInitial);
  }

  private void takeSizes() {
    for (SizeSource size : scope.source().sizes()) {
      if (sizes.putIfAbsent(size.of().value(), size) != null) {
        report(Code.SizeTwice, size.of().origin(), size.of().value());
      }
    }
  }

  private void open(String name) {
    for (Declaration declaration : scope.symbol(name).declarations()) {
      switch (declaration) {
        case Declaration.Visible d -> {
          open(name, d.size(), d.origin());
          checkGroups(name, d);
        }
        case Declaration.Hidden d -> open(name, d.size(), d.origin());
        case Declaration.Input d -> open(name, d.size(), d.origin());
        case Declaration.State d when d.of().value().isEmpty() -> openState(name, d);
        case Declaration.State d when d.size() != 0 ->
            report(Code.StateAxis, d.origin(), name, "both a size and an axis to live on");
        case Declaration.State _, Declaration.Parameter _ -> {}
        case Declaration.Equation _, Declaration.Energy _, Declaration.Conditional _ -> {}
      }
    }
  }

  private void checkGroups(String name, Declaration.Visible d) {
    int size = scope.axes().get(name).size();
    boolean softmax = d.units() == UnitType.SOFTMAX;
    if (d.groups() < 1 || d.groups() > 1 && !softmax || size % Math.max(1, d.groups()) != 0) {
      String groups =
          softmax
              ? d.groups() + " equal groups"
              : d.groups() + " groups, which only SOFTMAX units can";
      // A size that is given elsewhere is what one has to look at.
      Origin origin =
          Optional.ofNullable(sizes.get(name)).map(SizeSource::origin).orElse(d.origin());
      report(Code.BadGroups, softmax ? origin : d.origin(), size, name, groups);
    }
  }

  private void openState(String name, Declaration.State state) {
    if (state.size() == 0 && !sizes.containsKey(name)) {
      report(Code.StateAxis, state.origin(), name, "neither a size nor an axis to live on");
      scope.axes().put(name, new Axis(name, 1));
    } else {
      open(name, state.size(), state.origin());
    }
  }

  private void open(String name, int declared, Origin origin) {
    Optional<SizeSource> given = Optional.ofNullable(sizes.get(name));
    int size = given.map(SizeSource::is).orElse(declared);
    if (size < 1 || size > LARGEST) {
      report(Code.BadSize, given.map(SizeSource::origin).orElse(origin), size, name);
    }
    // The axis exists, whatever its size: nothing that uses it is to be complained of.
    scope.axes().put(name, new Axis(name, size));
  }

  private void give(String name) {
    SymbolSource symbol = scope.symbol(name);
    for (Declaration declaration : symbol.declarations()) {
      switch (declaration) {
        case Declaration.Visible _, Declaration.Hidden _, Declaration.Input _ ->
            scope.shape(name, Shape.vector(scope.axes().get(name)));
        case Declaration.State d ->
            known(d.of().value().isEmpty() ? new Text(name, d.origin()) : d.of())
                .ifPresent(axis -> scope.shape(name, Shape.vector(axis)));
        case Declaration.Parameter d -> giveParameter(name, d);
        case Declaration.Equation _, Declaration.Energy _, Declaration.Conditional _ -> {}
      }
    }
    if (scope.kind(name).isEmpty()) {
      scope.poison(name);
    }
  }

  private void giveParameter(String name, Declaration.Parameter parameter) {
    if (!(parameter.normal() >= 0) || Double.isInfinite(parameter.normal())) {
      report(Code.BadNormal, parameter.origin(), parameter.normal(), name);
    }
    if (parameter.axes().size() > 2) {
      report(Code.TooManyAxes, parameter.origin(), name, parameter.axes().size());
      return;
    }
    List<Axis> axes = new ArrayList<>();
    parameter.axes().forEach(axis -> known(axis).ifPresent(axes::add));
    if (axes.size() == parameter.axes().size()) {
      scope.shape(name, new Shape(axes));
    }
  }

  private void checkInitial(String name) {
    Declaration.State state = scope.symbol(name).declaration(Declaration.State.class).orElseThrow();
    String initial = state.initial().value();
    Optional<Shape> shape = scope.shape(name);
    if (initial.isEmpty() || shape.isEmpty()) {
      return;
    }
    Optional<String> fault = Optional.empty();
    if (!scope.names().contains(initial)) {
      fault = Optional.of("no symbol");
    } else if (scope.kind(initial).isPresent() && !scope.is(initial, Kind.PARAMETER)) {
      fault = scope.kind(initial).map(Kind::words);
    } else if (!scope.shape(initial).orElse(shape.get()).equals(shape.get())) {
      fault = Optional.of("over " + scope.shape(initial).get());
    }
    fault.ifPresent(found ->
        diagnostics.add(
            Diagnostic.of(
                    Code.BadInitial, state.initial().origin(), name, shape.get(), initial, found)
                .help(NearestName.question(initial, scope.all(Kind.PARAMETER)))));
  }

  private Optional<Axis> known(Text name) {
    Optional<Axis> axis = Optional.ofNullable(scope.axes().get(name.value()));
    if (axis.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(Code.UnknownAxis, name.origin(), scope.source().name(), name.value())
              .help(NearestName.question(name.value(), scope.axes().keySet())));
    }
    return axis;
  }

  private void report(Code code, Origin origin, Object... words) {
    diagnostics.add(Diagnostic.of(code, origin, words));
  }
}
