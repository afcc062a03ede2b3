package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gradient of a cost with respect to every parameter: of {@code C = 1/T sum over t of F(v_t) -
 * F(v*_t)}, v* held constant, or of another {@link harmonium.kernel.Objective}.
 *
 * <p>Each series x gets an adjoint series {@code d_x[t] = dC/dx[t]}, which is again a definition:
 * if y at step t reads x[t-1] with derivative g, then d_x at step t receives {@code d_y[t+1] *
 * g[t+1]}. So back-propagation through time is nothing but definitions that look ahead, and the
 * planner orders them as it orders the equations. The units themselves are constants: no adjoint
 * flows into them.
 */
final class CostGradient {
  private final Map<String, Definition> forward = new LinkedHashMap<>();
  private final Map<String, List<Expr>> contributions = new HashMap<>();
  private final Map<String, String> adjointNames = new HashMap<>();
  private final Set<String> locals = new HashSet<>();
  private final List<Definition> adjoints = new ArrayList<>();
  private final List<ParameterGradient> parameterGradients = new ArrayList<>();
  private final Derivation of;
  private final List<Definition> computed;

  /** The model and the names that the derivation shares. */
  CostGradient(Derivation of, List<Definition> equations, List<Definition> computed) {
    this.of = of;
    this.computed = computed;
    for (Definition equation : equations) {
      forward.put(equation.name(), equation);
    }
  }

  /**
   * Adds {@code factor * F} to what is differentiated.
   *
   * @param local definitions that F refers to, none to a later one, differentiated before the
   *     equations
   */
  void add(Expr freeEnergy, List<Definition> local, Expr factor) {
    local.forEach(definition -> locals.add(definition.name()));
    backward(new Definition("F", Shape.SCALAR, freeEnergy), factor);
    for (Definition definition : local.reversed()) {
      List<Expr> arrived = contributions.remove(definition.name());
      if (arrived != null) {
        backward(definition, define(adjointName(definition.name()), definition.shape(), arrived));
      }
    }
  }

  /** Goes back through the equations. Every series that the cost depends on gets its adjoint. */
  void throughTime() {
    // An adjoint is known by name before all its contributions are: a recurrence reads itself.
    List<String> waiting = new ArrayList<>(contributions.keySet().stream().sorted().toList());
    List<String> done = new ArrayList<>();
    while (!waiting.isEmpty()) {
      String series = waiting.removeFirst();
      if (done.contains(series)) {
        continue;
      }
      done.add(series);
      Definition equation = forward.get(series);
      backward(equation, new Expr.Ref(adjointName(series), 0, equation.shape()));
      contributions.keySet().stream().sorted().filter(s -> !done.contains(s)).forEach(waiting::add);
    }
    for (Definition equation : forward.values()) {
      List<Expr> arrived = contributions.get(equation.name());
      if (arrived != null) {
        Expr.Ref adjoint = define(adjointName(equation.name()), equation.shape(), arrived);
        initialOf(equation.name())
            .ifPresent(p -> parameterGradients.add(new ParameterGradient.Initial(p, adjoint)));
      }
    }
    computed.forEach(this::throughMatrix);
  }

  /** Hands the gradient of a matrix that was worked out on to the parameters. */
  private void throughMatrix(Definition matrix) {
    boolean used =
        parameterGradients.stream()
            .flatMap(g -> g.targets().stream())
            .anyMatch(matrix.name()::equals);
    if (!used) {
      return;
    }
    Expr.Ref adjoint = new Expr.Ref(gradientName(matrix.name()), 0, matrix.shape());
    new ReverseMode(
            new ReverseMode.Sink() {
              @Override
              public void leaf(Expr.Ref leaf, Expr dx) {
                parameterGradients.add(
                    new ParameterGradient.Computed(leaf.name(), matrix.name(), dx));
              }

              @Override
              public void outer(Expr.Ref of, Expr left, Expr right) {
                throw new IllegalStateException("a product within " + matrix.name());
              }

              @Override
              public void ordered(Expr.OrderedBack back) {
                throw new IllegalStateException("an ordered conditional within " + matrix.name());
              }

              @Override
              public Expr named(Expr dx, Expr node) {
                return dx;
              }

              @Override
              public Expr value(Expr node) {
                return node;
              }
            })
        .run(matrix.value(), adjoint);
  }

  private static String matrix(Expr ref) {
    return ((Expr.Ref) ref).name();
  }

  /** Name of the gradient of a matrix that is worked out. */
  static String gradientName(String matrix) {
    return "d(" + matrix + ")";
  }

  List<Definition> adjoints() {
    return adjoints;
  }

  List<ParameterGradient> parameterGradients() {
    return parameterGradients;
  }

  private Optional<String> initialOf(String series) {
    return of.program().series().stream()
        .filter(s -> s.name().equals(series))
        .findFirst()
        .flatMap(Symbol.Series::initial);
  }

  private String adjointName(String series) {
    return adjointNames.computeIfAbsent(series, s -> of.names().fresh("d_" + s));
  }

  private Expr.Ref define(String name, Shape shape, List<Expr> terms) {
    Definition definition = new Definition(name, shape, Algebra.sumOf(terms));
    adjoints.add(definition);
    return definition.ref();
  }

  private void backward(Definition definition, Expr adjoint) {
    Map<Expr, Expr> named = new HashMap<>();
    ReverseMode.Sink sink =
        new ReverseMode.Sink() {
          @Override
          public void leaf(Expr.Ref leaf, Expr dx) {
            if (of.isParameter(leaf.name())) {
              Expr series = named(dx, leaf);
              parameterGradients.add(new ParameterGradient.Total(leaf.name(), (Expr.Ref) series));
            } else if (forward.containsKey(leaf.name()) || locals.contains(leaf.name())) {
              contributions
                  .computeIfAbsent(leaf.name(), n -> new ArrayList<>())
                  .add(of.later(dx, leaf.lag()));
            }
          }

          @Override
          public void outer(Expr.Ref matrix, Expr left, Expr right) {
            parameterGradients.add(
                new ParameterGradient.Outer(matrix.name(), (Expr.Ref) left, (Expr.Ref) right));
          }

          @Override
          public void ordered(Expr.OrderedBack back) {
            parameterGradients.add(new ParameterGradient.Ordered(matrix(back.of().in()), back));
          }

          @Override
          public Expr named(Expr dx, Expr node) {
            if (dx instanceof Expr.Ref ref && !of.isConstant(ref.name())) {
              return dx;
            }
            return named.computeIfAbsent(
                dx,
                e ->
                    define(
                        of.names().fresh("d_" + definition.name() + "_in"),
                        node.shape(),
                        List.of(e)));
          }

          @Override
          public Expr value(Expr node) {
            return node.equals(definition.value()) ? definition.ref() : node;
          }
        };
    new ReverseMode(sink).run(definition.value(), adjoint);
  }
}
