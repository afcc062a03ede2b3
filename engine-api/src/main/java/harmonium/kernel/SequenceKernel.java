package harmonium.kernel;

import harmonium.api.Scalar;
import harmonium.api.Tensor;
import harmonium.api.UnitType;
import harmonium.api.Units;
import java.util.List;
import java.util.Objects;

/**
 * What all generated kernels have in common: the order of the passes, and the memory of the
 * sequence. The mathematics is in the statements that a generated class adds.
 */
public abstract class SequenceKernel implements Kernel {
  private static final double LOG2_E = 1.4426950408889634;

  /** What the statements have to know of the present call. */
  protected final Call call = new Call();

  private final Blueprint blueprint;
  private final Parameters parameters;
  private final Lanes lanes;
  private final Outputs outputs;
  private final Descent descent;
  private final int hiddenUnits;
  private final int threads;
  private final PassRunner passes;
  private final Slots slots;
  private final CallOrder order;
  private final SequenceUnits units;
  private final SequenceSeries series;
  private final Abreast abreast;
  private long seed;
  private long update;
  private long prepared = -1;
  private boolean preparedForLanes;
  private boolean composing;

  /**
   * Prepares a kernel without memory; the first sequence allocates it.
   *
   * @throws IllegalArgumentException if the parameters belong to another model
   */
  protected SequenceKernel(
      Blueprint blueprint,
      Parameters parameters,
      Lanes lanes,
      Team team,
      Schedule schedule,
      Outputs outputs) {
    if (!parameters.blueprint().equals(blueprint)) {
      throw new IllegalArgumentException(
          "the parameters are those of "
              + parameters.blueprint().name()
              + ", not "
              + blueprint.name());
    }
    if (!lanes.available()) {
      throw new IllegalArgumentException(
          lanes + " needs the flag --add-modules jdk.incubator.vector");
    }
    this.blueprint = blueprint;
    this.parameters = parameters;
    this.lanes = lanes;
    threads = team.size();
    slots = new Slots(this, schedule, call);
    passes = new PassRunner(this, schedule, call, slots, team);
    order = new CallOrder(blueprint, call);
    units = new SequenceUnits(this, schedule, call, outputs.sampled());
    series = new SequenceSeries(this, schedule, call);
    abreast = new Abreast(this, slots, units, passes, order);
    this.outputs = outputs;
    descent = new Descent(call, blueprint.storage());
    hiddenUnits = blueprint.hiddenUnits();
    call.theta = parameters.values();
    temperature(1);
    seed(0);
  }

  /** Runs one statement over rows {@code [from, to)}. */
  protected abstract void statement(int number, int from, int to);

  /** Number of rows that a statement can be shared out by; -1 for the steps of the sequence. */
  protected abstract int rows(int number);

  /**
   * Number of blocks of columns that a step of a statement can be shared out by; 0 for one that is
   * done whole. Such a statement runs over blocks {@code [from, to)} of step {@link Call#step}.
   */
  protected int blocks(int number) {
    return 0;
  }

  /**
   * Whether a statement of a phase that goes step by step can be done for steps of four chunks at
   * once.
   */
  protected boolean inFours(int number) {
    return false;
  }

  /** Runs a statement that is {@link #inFours} at steps of four chunks. */
  protected void four(int number, int t0, int t1, int t2, int t3) {
    throw new IllegalArgumentException("statement " + number);
  }

  /**
   * Whether the chains of the chunk in hand are drawn 16 side by side, but for a few that are left
   * over. What only draws of one chain after the other look up is not made then.
   */
  protected final boolean inLanes() {
    return lanes == Lanes.BITS_512 && !composing && Borders.inLanes(call.steps, threads);
  }

  /** Allocates the memory of a sequence: that many rows for each series and layer. */
  protected abstract void reserve(int rows);

  /** The bits of a layer, from the first step kept; null if it has none. */
  protected abstract long[] words(String layer);

  /** The memory of a series or of real units; null if there is none of that name. */
  protected abstract float[] memory(String series);

  /** The axes of a matrix that is worked out of the parameters; null if there is none. */
  protected abstract Layer[] matrix(String name);

  /** The axis of a vector series; null for a scalar one. */
  protected abstract Layer axis(String series);

  @Override
  public final Blueprint blueprint() {
    return blueprint;
  }

  @Override
  public final Parameters parameters() {
    return parameters;
  }

  @Override
  public final Lanes lanes() {
    return lanes;
  }

  @Override
  public final void seed(long newSeed) {
    seed = newSeed;
    update = 0;
  }

  @Override
  public final void skipTo(long newUpdate) {
    update = newUpdate;
  }

  @Override
  public final void temperature(float temperature) {
    if (!(temperature > 0) || Float.isInfinite(temperature)) {
      throw new IllegalArgumentException(
          "a temperature is positive and finite, not " + temperature);
    }
    call.heat = (float) (-LOG2_E / temperature);
    call.spread = (float) Math.sqrt(temperature);
    prepared = -1;
  }

  @Override
  public final int steps() {
    return call.steps;
  }

  @Override
  public final void recurrence(Frames sequence, int from, int steps) {
    Objects.checkFromIndexSize(from, steps, sequence.steps());
    load(sequence, from, steps, steps);
    if (prepared != parameters.version() && passes.preparesBeside()) {
      passes.prepareBesideRecurrence();
      prepared();
    } else {
      prepare();
      passes.run(Pass.RECURRENCE);
    }
  }

  @Override
  public final void gibbs(int sweeps) {
    order.checkLoaded();
    CallOrder.checkSweeps(sweeps);
    call.sweeps = sweeps;
    slots.key(RandomStream.key(seed, update++));
    prepareChains();
    passes.run(Pass.CHAIN_BIASES);
    units.startChains();
    passes.run(Pass.CHAIN);
    order.chained(true);
  }

  @Override
  public final Frames sampled() {
    order.checkChained();
    return units.sampled();
  }

  @Override
  public final Frames sampledHidden(int layer) {
    order.checkChained();
    return units.copyOf(outputs.sampledHidden().get(layer), blueprint.hidden().get(layer));
  }

  @Override
  public final Frames heldHidden(int layer) {
    order.checkChained();
    if (outputs.heldHidden().isEmpty()) {
      throw new UnsupportedOperationException(
          "the hidden layers of " + blueprint.name() + " are summed out, not drawn for a frame");
    }
    return units.copyOf(outputs.heldHidden().get(layer), blueprint.hidden().get(layer));
  }

  @Override
  public final void freeEnergy(float[] out) {
    order.checkLoaded();
    order.checkSummedOut();
    prepare();
    passes.run(Pass.FREE_ENERGY);
    series.copyScalars(outputs.freeEnergy(), out);
  }

  @Override
  public final void freeEnergySampled(float[] out) {
    order.checkChained();
    order.checkSummedOut();
    prepare();
    passes.run(Pass.FREE_ENERGY_SAMPLED);
    series.copyScalars(outputs.freeEnergySampled(), out);
  }

  @Override
  public final void meanHidden(float[] out) {
    order.checkLoaded();
    order.checkSummedOut();
    prepare();
    passes.run(Pass.HIDDEN_MEAN);
    int first = 0;
    for (int layer = 0; layer < outputs.meanHidden().size(); layer++) {
      int units = blueprint.hidden().get(layer).size();
      series.copyRows(outputs.meanHidden().get(layer), units, out, first, hiddenUnits);
      first += units;
    }
  }

  @Override
  public final void meanVisible(float[] out) {
    monitor();
    passes.run(Pass.VISIBLE_MEAN);
    int units = blueprint.visible().size();
    series.copyRows(outputs.meanVisible(), units, out, 0, units);
  }

  @Override
  public final double monitor() {
    order.checkReady();
    prepare();
    passes.run(Pass.MONITOR);
    return series.mean(outputs.monitor());
  }

  @Override
  public final void logLikelihood(float[] out) {
    order.checkLikelihood();
    order.checkLoaded();
    prepare();
    passes.run(Pass.MONITOR);
    series.copyScalars(outputs.monitor(), out);
  }

  @Override
  public final void gradient(float[] buffer) {
    order.checkReady();
    order.checkGradient(buffer);
    prepare();
    slots.gradient(buffer);
    passes.run(Pass.GRADIENT);
  }

  @Override
  public final double update(Frames sequence, int from, int steps, int sweeps, float rate) {
    recurrence(sequence, from, steps);
    CallOrder.checkSweeps(sweeps);
    if (order.needsChains()) {
      gibbs(sweeps);
    }
    double monitor = monitor();
    try {
      gradient(descent.open(rate));
      descent.done();
    } finally {
      descent.close();
      parameters.changed();
    }
    return monitor;
  }

  @Override
  public final void monitors(List<Chunk> chunks, long[] updates, int sweeps, double[] out) {
    abreast.work(chunks, updates, sweeps, out, List.of());
  }

  @Override
  public final void gradients(
      List<Chunk> chunks, long[] updates, int sweeps, double[] monitors, List<float[]> buffers) {
    Objects.checkFromIndexSize(0, chunks.size(), buffers.size());
    abreast.work(chunks, updates, sweeps, monitors, buffers);
  }

  @Override
  public final void generate(Frames piece, int from, int sweeps) {
    Objects.checkIndex(from, piece.steps() + 1);
    CallOrder.checkSweeps(sweeps);
    // Steps that are not composed yet are loaded as silence; each is replaced before it is read.
    load(piece, 0, piece.steps(), from);
    call.take(0, from);
    composing = true;
    try {
      prepareChains();
      compose(piece, from, sweeps);
    } finally {
      composing = false;
    }
    order.chained(false);
  }

  private void compose(Frames piece, int from, int sweeps) {
    passes.run(Pass.RECURRENCE);
    call.sweeps = sweeps;
    slots.key(RandomStream.key(seed, update++));
    for (int t = from; t < piece.steps(); t++) {
      call.take(0, t + 1);
      passes.step(Pass.RECURRENCE, t);
      passes.step(Pass.CHAIN_BIASES, t);
      units.startFromSilence(t);
      passes.step(Pass.CHAIN, t);
      units.keep(piece, t);
      passes.step(Pass.RECURRENCE, t);
    }
  }

  @Override
  public final Tensor value(String equation) {
    return matrix(equation) == null ? series.view(equation) : matrixOf(equation);
  }

  /**
   * The energy of the configuration that the chains ended in, E(v*_t, h_t) averaged over the steps.
   */
  protected final Scalar energyOf(String name) {
    return SequenceSeries.number(
        name,
        () -> {
          order.checkChained();
          prepare();
          passes.run(Pass.ENERGY);
          return series.mean(outputs.energy());
        });
  }

  /** The log odds of an ordered conditional at each step loaded. */
  protected final Tensor oddsOf(String name) {
    order.checkLoaded();
    prepare();
    passes.run(Pass.MONITOR);
    return series.view(name);
  }

  /** A matrix that is worked out of the parameters, as they are now. */
  protected final Tensor matrixOf(String name) {
    prepare();
    return series.matrix(name, matrix(name));
  }

  /** A scalar series at the last step loaded. */
  protected final Scalar lastOf(String name) {
    return SequenceSeries.number(
        name,
        () -> {
          order.checkLoaded();
          return series.last(name);
        });
  }

  /** The units of a state. */
  protected static Units stateUnits(String name, int size) {
    return new Layer(name, size, UnitType.GAUSSIAN);
  }

  private void load(Frames sequence, int from, int steps, int given) {
    units.check(sequence, steps);
    slots.hold(steps);
    units.load(sequence, from, steps, given);
    order.chained(false);
  }

  /** Refreshes what is made of the parameters, if they have changed. */
  void prepare() {
    if (prepared != parameters.version()) {
      passes.run(Pass.PREPARE);
      prepared();
    }
  }

  /** The same, or if chains leave the lanes, for which less was made. */
  private void prepareChains() {
    if (preparedForLanes && !inLanes()) {
      prepared = -1;
    }
    prepare();
  }

  private void prepared() {
    prepared = parameters.version();
    preparedForLanes = inLanes();
  }
}
