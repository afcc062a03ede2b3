package harmonium.processor.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The meaning of a model, in double precision and without haste: what the compiled kernels are held
 * against.
 *
 * <p>Everything but the recurrence follows from one function, the energy {@code E_t(v, h)}:
 *
 * <pre>
 *   F_t(v)   = -log sum_h exp(-E_t(v, h))          the free energy
 *   P_t(v)   = exp(-F_t(v)) / Z_t                  Z_t = sum_v exp(-F_t(v))
 *   P_t(h|v) = exp(F_t(v) - E_t(v, h))
 *   cost     = 1/T sum_t F_t(v_t) - F_t(v*_t)      whose gradient is that of CD, v* held
 * </pre>
 *
 * <p>Where hidden layers interact, the cost is {@code 1/T sum_t E_t(v_t, h_t) - E_t(v*_t, h*_t)};
 * where there is none, {@code -1/T sum_t log P_t(v_t)}. An ordered conditional has no energy, and
 * {@code log P_t(v) = sum_i log P(v_i | v_<i)} with the log odds of unit i as declared.
 *
 * <p>{@link #run} evaluates the equations over a sequence; all else refers to that run. In E_t the
 * units of step t are those given to the method; whatever else it names (equations of step t, units
 * of earlier steps) has the run's value. Several hidden layers are given one after the other in one
 * array.
 *
 * <p>Source: Boulanger-Lewandowski, Bengio and Vincent, ICML 2012, sections 2 to 4.
 */
public final class Interpreter {
  private final Program program;
  private final Map<String, double[][]> parameters;
  private final Map<String, double[][]> unitsOfRun = new HashMap<>();
  private final Map<String, double[][][]> seriesOfRun = new HashMap<>();
  private int steps;

  /**
   * An interpreter that reads the given parameters, live.
   *
   * @param parameters by name, as rows: a vector is one row, a scalar one row of one number
   * @throws IllegalArgumentException if one is missing or has another size
   */
  public Interpreter(Program program, Map<String, double[][]> parameters) {
    this.program = program;
    this.parameters = parameters;
    for (Symbol.Parameter parameter : program.parameters()) {
      double[][] value = parameters.get(parameter.name());
      if (value == null
          || value.length != Evaluator.rows(parameter.shape())
          || value[0].length != Evaluator.columns(parameter.shape())) {
        throw new IllegalArgumentException(parameter.name() + " is not a " + parameter.shape());
      }
    }
  }

  /** Runs over a sequence of visible units, [T x nv]. */
  public Interpreter run(double[][] visible) {
    return run(visible, Map.of());
  }

  /** Runs over a sequence whose input layers are given too, each [T x units]. */
  public Interpreter run(double[][] visible, Map<String, double[][]> inputs) {
    steps = visible.length;
    unitsOfRun.clear();
    unitsOfRun.putAll(inputs);
    unitsOfRun.put(program.visible().name(), visible);
    seriesOfRun.clear();
    for (Symbol.Series series : program.series()) {
      seriesOfRun.put(series.name(), new double[steps][][]);
    }
    for (int t = 0; t < steps; t++) {
      for (Symbol.Series series : program.series()) {
        value(series.name(), t);
      }
    }
    return this;
  }

  /** Whether the units of a frame follow one after the other, without an energy. */
  public boolean isOrdered() {
    return program.isOrdered();
  }

  /** Number of steps of the run. */
  public int steps() {
    return steps;
  }

  /** The value of a state or equation at a step of the run, as rows. */
  public double[][] value(String series, int t) {
    double[][][] values = seriesOfRun.get(series);
    if (values[t] == null) {
      // Equations may be declared in any order; a checked model has no cycle within a step.
      Symbol.Series symbol = (Symbol.Series) program.symbol(series).orElseThrow();
      values[t] = new Evaluator(ref -> resolve(ref, t, Map.of())).value(symbol.value());
    }
    return values[t];
  }

  /** E_t(v, h). */
  public double energy(int t, double[] v, double[] h) {
    Map<String, double[][]> units = new HashMap<>();
    units.put(program.visible().name(), new double[][] {v});
    int first = 0;
    for (Symbol.UnitLayer layer : program.hidden()) {
      double[] own = Arrays.copyOfRange(h, first, first + layer.axis().size());
      units.put(layer.name(), new double[][] {own});
      first += own.length;
    }
    return new Evaluator(ref -> resolve(ref, t, units)).value(program.law().value())[0][0];
  }

  /**
   * F_t(v) by its definition, over every configuration of the hidden units.
   *
   * @throws IllegalArgumentException if there are more than 2^20
   */
  public double freeEnergy(int t, double[] v) {
    return -logSum(program.hidden(), h -> -energy(t, v, h));
  }

  /** F_t(v) layer by layer, for any number of units; no two hidden units may interact. */
  public double freeEnergyAffine(int t, double[] v) {
    double free = energy(t, v, new double[hiddenUnits()]);
    for (LayerEnergy layer : hiddenLayers(t, v)) {
      free += layer.freeEnergyOverZero();
    }
    return free;
  }

  /** The mean of each hidden unit given the visible ones; no two hidden units may interact. */
  public double[] meanHidden(int t, double[] v) {
    return hiddenLayers(t, v).stream()
        .flatMapToDouble(layer -> Arrays.stream(layer.mean()))
        .toArray();
  }

  /** The mean of each visible unit given the hidden ones. */
  public double[] meanVisible(int t, double[] h) {
    return visibleLayer(t, h).mean();
  }

  private LayerEnergy visibleLayer(int t, double[] h) {
    double[] units = new double[program.visible().axis().size()];
    return new LayerEnergy(program.visible(), 0, units, v -> energy(t, v, h));
  }

  /** log P_t(v) given the hidden units; all of it where there are none. */
  public double logConditional(int t, double[] v, double[] h) {
    LayerEnergy layer = visibleLayer(t, h);
    return layer.atZero() + layer.freeEnergyOverZero() - energy(t, v, h);
  }

  /**
   * log P_t(v), the steps before being given.
   *
   * @throws IllegalStateException if the model has a hidden layer
   */
  public double logLikelihood(int t, double[] v) {
    if (!program.isOrdered()) {
      if (!program.hidden().isEmpty()) {
        throw new IllegalStateException(program.name() + " has hidden layers");
      }
      return logConditional(t, v, new double[0]);
    }
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      double odds = logOdds(t, v, i);
      sum += v[i] * odds - UnaryOp.SOFTPLUS.apply(odds);
    }
    return sum;
  }

  /** The log odds of unit i of an ordered conditional, given the units of the frame before it. */
  public double logOdds(int t, double[] v, int i) {
    double[] before = new double[v.length];
    System.arraycopy(v, 0, before, 0, i);
    return new Evaluator(
            new Evaluator.Scope() {
              @Override
              public double[][] value(Expr.Ref ref) {
                return resolve(ref, t, Map.of());
              }

              @Override
              public double[][] earlier(Expr.Earlier units) {
                return new double[][] {before};
              }
            })
        .value(program.law().value())[0][i];
  }

  /** Runs over {@code visible} and returns minus the mean of the log-likelihoods of its steps. */
  public double likelihoodCost(double[][] visible, Map<String, double[][]> inputs) {
    run(visible, inputs);
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      sum -= logLikelihood(t, visible[t]);
    }
    return sum / steps;
  }

  /** Runs over {@code visible} and returns the mean of E_t(v_t, h_t) - E_t(v*_t, h*_t). */
  public double energyCost(
      double[][] visible,
      double[][] held,
      double[][] sampled,
      double[][] sampledHidden,
      Map<String, double[][]> inputs) {
    run(visible, inputs);
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      sum += energy(t, visible[t], held[t]) - energy(t, sampled[t], sampledHidden[t]);
    }
    return sum / steps;
  }

  /**
   * log Z_t, over every configuration of the visible units.
   *
   * @throws IllegalArgumentException if there are more than 2^20
   */
  public double logPartition(int t) {
    return logSum(List.of(program.visible()), v -> -freeEnergyAffine(t, v));
  }

  /** Runs over {@code visible} and returns the mean over its steps of F_t(v_t) - F_t(v*_t). */
  public double cost(double[][] visible, double[][] sampled) {
    return cost(visible, sampled, Map.of());
  }

  /** The same with inputs. */
  public double cost(double[][] visible, double[][] sampled, Map<String, double[][]> inputs) {
    run(visible, inputs);
    double sum = 0;
    for (int t = 0; t < steps; t++) {
      sum += freeEnergyAffine(t, visible[t]) - freeEnergyAffine(t, sampled[t]);
    }
    return sum / steps;
  }

  private List<LayerEnergy> hiddenLayers(int t, double[] v) {
    double[] units = new double[hiddenUnits()];
    List<LayerEnergy> layers = new ArrayList<>();
    int first = 0;
    for (Symbol.UnitLayer layer : program.hidden()) {
      layers.add(new LayerEnergy(layer, first, units, h -> energy(t, v, h)));
      first += layer.axis().size();
    }
    return layers;
  }

  private int hiddenUnits() {
    return program.hidden().stream().mapToInt(layer -> layer.axis().size()).sum();
  }

  private static double logSum(List<Symbol.UnitLayer> layers, ToDoubleFunction<double[]> term) {
    Configurations configurations = new Configurations(layers);
    double[] terms = new double[configurations.count()];
    Arrays.setAll(terms, i -> term.applyAsDouble(configurations.get(i)));
    return LayerEnergy.logSumExp(terms);
  }

  private double[][] resolve(Expr.Ref ref, int t, Map<String, double[][]> unitsOfStep) {
    int step = t - ref.lag();
    return switch (program.symbol(ref.name()).orElseThrow()) {
      case Symbol.Parameter parameter -> parameters.get(parameter.name());
      case Symbol.UnitLayer layer when step == t && unitsOfStep.containsKey(layer.name()) ->
          unitsOfStep.get(layer.name());
      case Symbol.UnitLayer layer ->
          within(step)
              ? new double[][] {unitsOfRun.get(layer.name())[step]}
              : Evaluator.zeros(layer.shape());
      case Symbol.Series series when step < 0 && series.initial().isPresent() ->
          parameters.get(series.initial().get());
      case Symbol.Series series ->
          within(step) ? value(series.name(), step) : Evaluator.zeros(series.shape());
      case Symbol.Law law ->
          throw new IllegalArgumentException(law.name() + " is no term of an equation");
    };
  }

  private boolean within(int step) {
    return step >= 0 && step < steps;
  }
}
