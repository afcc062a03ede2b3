package harmonium.benchmarks.peers;

import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import harmonium.benchmarks.peer.Sizes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * The reference program over a library of matrix products. With several threads, each takes some of
 * the chains; the products of the recurrence and of the gradient are left to the library.
 */
public abstract class BlasPeer<S> implements Peer {
  private final String name;
  private final Supplier<Blas<S>> library;
  private final LongFunction<Loops> makeLoops;
  private final Map<Integer, Series<S>> seriesOf = new HashMap<>();
  private final Map<Integer, Crew<S>> crewOf = new HashMap<>();
  private Blas<S> blas;
  private Job job;
  private int threads;
  private Model<S> model;
  private List<Matrix<S>> chunks;
  private Loops loops;
  private Matrix<S> u;
  private Matrix<S> adjoint;
  private Matrix<S> piece;

  /** Over a library, which {@link #load} asks for, with loops for each seed. */
  protected BlasPeer(String name, Supplier<Blas<S>> library, LongFunction<Loops> makeLoops) {
    this.name = name;
    this.library = library;
    this.makeLoops = makeLoops;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void load(Job newJob, int newThreads) {
    close();
    blas = library.get();
    job = newJob;
    threads = newThreads;
    Sizes sizes = job.sizes();
    model = Model.of(job, blas);
    chunks = new ArrayList<>();
    for (int i = 0; i < job.chunks().size(); i++) {
      Matrix<S> frames = blas.matrix(job.steps(i), sizes.visible());
      frames.copyFrom(job.chunks().get(i));
      chunks.add(frames);
    }
    loops = makeLoops.apply(job.seed());
    u = blas.matrix(1, sizes.recurrent());
    adjoint = blas.matrix(1, sizes.recurrent());
    piece = blas.matrix(job.composed(), sizes.visible());
    // The chains share the threads out among them; products after them are too small to.
    blas.threads(1);
  }

  @Override
  public void recurrence() {
    recurrence(chunks.get(0));
  }

  @Override
  public void sweeps() {
    sweeps(chunks.get(0));
  }

  @Override
  public double update(int chunk) {
    Matrix<S> frames = chunks.get(chunk);
    recurrence(frames);
    sweeps(frames);
    double logLikelihood = crew(frames).means(frames, series(frames), model.w());
    gradient(frames, series(frames));
    descend(frames, series(frames), job.rate());
    return logLikelihood / frames.rows();
  }

  @Override
  public void compose() {
    Matrix<S> silence = blas.matrix(1, job.sizes().visible());
    Series<S> step = Series.of(1, job.sizes(), blas);
    Chains<S> chain = new Chains<>(blas, loops, job.sizes(), 0, 1);
    u.clear();
    for (int t = 0; t < job.composed(); t++) {
      biases(u, step);
      chain.run(silence, step, model.w(), job.composingSweeps());
      piece.copyRows(step.sampled(), 0, t, 1);
      step.drive().copyFrom(model.bu());
      blas.add(1, step.sampled(), model.wvu(), step.drive());
      blas.add(1, u, model.wuu(), step.drive());
      loops.tanh(step.drive());
      u.copyFrom(step.drive());
    }
  }

  private Series<S> series(Matrix<S> frames) {
    return seriesOf.computeIfAbsent(frames.rows(), t -> Series.of(t, job.sizes(), blas));
  }

  private Crew<S> crew(Matrix<S> frames) {
    return crewOf.computeIfAbsent(
        frames.rows(), t -> new Crew<>(blas, makeLoops, job.seed(), job.sizes(), t, threads));
  }

  private void recurrence(Matrix<S> frames) {
    Series<S> series = series(frames);
    series.drive().fillRows(model.bu());
    blas.add(1, frames, model.wvu(), series.drive());
    u.clear();
    for (int t = 0; t < frames.rows(); t++) {
      series.before().copyRows(u, 0, t, 1);
      adjoint.copyRows(series.drive(), t, 0, 1);
      blas.add(1, u, model.wuu(), adjoint);
      loops.tanh(adjoint);
      u.copyFrom(adjoint);
    }
    biases(series.before(), series);
  }

  private void biases(Matrix<S> before, Series<S> series) {
    series.bv().fillRows(model.bv());
    blas.add(1, before, model.wuv(), series.bv());
    series.bh().fillRows(model.bh());
    blas.add(1, before, model.wuh(), series.bh());
  }

  private void sweeps(Matrix<S> frames) {
    crew(frames).run(frames, series(frames), model.w(), job.sweeps());
  }

  /** The adjoints of all that is computed at the steps, back through time. */
  private void gradient(Matrix<S> frames, Series<S> series) {
    float scale = 1f / series.steps();
    series.dbv().copyFrom(series.sampled());
    Loops.difference(series.dbv(), frames, scale);
    series.dbh().copyFrom(series.hiddenSampled());
    Loops.difference(series.dbh(), series.hidden(), scale);
    series.du().clear();
    blas.add(1, series.dbv(), model.wuv().turn(), series.du());
    blas.add(1, series.dbh(), model.wuh().turn(), series.du());
    Matrix<S> turned = model.wuu().turn();
    adjoint.clear();
    series.da().copyRows(adjoint, 0, series.steps() - 1, 1);
    for (int t = series.steps() - 1; t > 0; t--) {
      u.copyRows(series.du(), t, 0, 1);
      blas.add(1, adjoint, turned, u);
      Loops.backThroughTanh(u, series.before(), t);
      adjoint.copyFrom(u);
      series.da().copyRows(adjoint, 0, t - 1, 1);
    }
  }

  private void descend(Matrix<S> frames, Series<S> series, float rate) {
    float share = rate / series.steps();
    blas.add(-share, series.sampled().turn(), series.hiddenSampled(), model.w());
    blas.add(share, frames.turn(), series.hidden(), model.w());
    blas.add(-rate, series.before().turn(), series.dbh(), model.wuh());
    blas.add(-rate, series.before().turn(), series.dbv(), model.wuv());
    blas.add(-rate, frames.turn(), series.da(), model.wvu());
    blas.add(-rate, series.before().turn(), series.da(), model.wuu());
    Loops.addRows(-rate, series.dbv(), model.bv());
    Loops.addRows(-rate, series.dbh(), model.bh());
    Loops.addRows(-rate, series.da(), model.bu());
  }

  @Override
  public float[] biases() {
    return series(chunks.get(0)).bh().toArray();
  }

  @Override
  public float[] sampled() {
    return series(chunks.get(0)).sampled().toArray();
  }

  @Override
  public float[] parameter(String parameter) {
    return model.named(parameter).toArray();
  }

  @Override
  public void close() {
    crewOf.values().forEach(Crew::close);
    crewOf.clear();
    seriesOf.clear();
  }
}
