package harmonium.benchmarks.peers.nd4j;

import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.SoftPlus;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J: its products, its functions and its random numbers, into arrays that are made once. */
public final class Nd4jPeer implements Peer {
  private final Map<String, INDArray> parameters = new LinkedHashMap<>();
  private final List<INDArray> chunks = new ArrayList<>();
  private final Map<Integer, Series> seriesOf = new HashMap<>();
  private Job job;
  private INDArray w;
  private INDArray bv;
  private INDArray bh;
  private INDArray wuh;
  private INDArray wuv;
  private INDArray wvu;
  private INDArray wuu;
  private INDArray bu;
  private INDArray piece;

  /** As a service. */
  public Nd4jPeer() {}

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public void load(Job newJob, int threads) {
    Processor.settle();
    close();
    job = newJob;
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.getRandom().setSeed(job.seed());
    for (String name : Job.PARAMETERS) {
      float[] values = job.parameters().get(name);
      INDArray array =
          job.sizes().rows(name) == 1
              ? Nd4j.createFromArray(values)
              : Arrays.matrix(values, job.sizes().rows(name), job.sizes().columns(name));
      parameters.put(name, array);
    }
    w = parameters.get("W");
    bv = parameters.get("bv");
    bh = parameters.get("bh");
    wuh = parameters.get("Wuh");
    wuv = parameters.get("Wuv");
    wvu = parameters.get("Wvu");
    wuu = parameters.get("Wuu");
    bu = parameters.get("bu");
    for (int i = 0; i < job.chunks().size(); i++) {
      float[] chunk = job.chunks().get(i);
      INDArray steps = Arrays.matrix(chunk, job.steps(i), job.sizes().visible());
      chunks.add(steps.transpose().dup('f'));
    }
    piece = Arrays.zeros(job.sizes().visible(), job.composed());
  }

  private Series series(INDArray frames) {
    return seriesOf.computeIfAbsent(frames.columns(), steps -> new Series(job.sizes(), steps));
  }

  @Override
  public void recurrence() {
    recurrence(chunks.getFirst(), series(chunks.getFirst()));
  }

  private void recurrence(INDArray frames, Series series) {
    Arrays.fill(series.after, bu);
    Arrays.addTurned(wvu, frames, series.after);
    INDArray turned = wuu.transpose();
    for (int t = 0; t < series.steps; t++) {
      Arrays.addVector(turned, series.state[t], series.state[t + 1]);
      Nd4j.getExecutioner().exec(series.tanh[t + 1]);
    }
    Arrays.fill(series.bv, bv);
    Arrays.addTurned(wuv, series.before, series.bv);
    Arrays.fill(series.bh, bh);
    Arrays.addTurned(wuh, series.before, series.bh);
  }

  @Override
  public void sweeps() {
    sweeps(chunks.getFirst(), series(chunks.getFirst()));
  }

  private void sweeps(INDArray frames, Series series) {
    series.chains.v.assign(frames);
    series.chains.run(w, series.bv, series.bh, job.sweeps());
  }

  @Override
  public double update(int chunk) {
    INDArray frames = chunks.get(chunk);
    Series series = series(frames);
    Chains chains = series.chains;
    recurrence(frames, series);
    sweeps(frames, series);
    INDArray sampled = chains.v.dup('f');
    chains.hidden(w, series.bh);
    INDArray hiddenSampled = chains.meanH.dup('f');
    chains.drawHidden();
    chains.visible(w, series.bv);
    double monitor = logLikelihood(frames, chains.meanV) / series.steps;
    chains.v.assign(frames);
    chains.hidden(w, series.bh);
    sampled.subi(frames, series.dbv);
    hiddenSampled.subi(chains.meanH, series.dbh);
    series.dbv.divi(series.steps);
    series.dbh.divi(series.steps);
    back(series);
    double rate = job.rate();
    Arrays.addOuter(-rate / series.steps, sampled, hiddenSampled, w);
    Arrays.addOuter(rate / series.steps, frames, chains.meanH, w);
    Arrays.addOuter(-rate, series.before, series.dbh, wuh);
    Arrays.addOuter(-rate, series.before, series.dbv, wuv);
    Arrays.addOuter(-rate, frames, series.da, wvu);
    Arrays.addOuter(-rate, series.before, series.da, wuu);
    bv.subi(series.dbv.sum(1).muli(rate));
    bh.subi(series.dbh.sum(1).muli(rate));
    bu.subi(series.da.sum(1).muli(rate));
    return monitor;
  }

  /** From the adjoints of the biases back through time. */
  private void back(Series series) {
    series.du.assign(0);
    Arrays.add(wuv, series.dbv, series.du);
    Arrays.add(wuh, series.dbh, series.du);
    series.before.muli(series.before, series.slope);
    series.slope.rsubi(1);
    for (int t = series.steps - 1; t > 0; t--) {
      Arrays.addVector(wuu, series.daAt[t], series.duAt[t]);
      series.duAt[t].muli(series.slopeAt[t], series.daAt[t - 1]);
    }
  }

  /** The sum of v log m + (1 - v) log(1 - m) with m = sigmoid(x). */
  private static double logLikelihood(INDArray v, INDArray x) {
    INDArray signed = v.mul(-2).addi(1).muli(x);
    Nd4j.getExecutioner().exec(new SoftPlus(signed, signed));
    return -signed.sumNumber().doubleValue();
  }

  @Override
  public void compose() {
    Chain chain = new Chain(job.sizes());
    INDArray turned = w.transpose();
    INDArray wuhTurned = wuh.transpose();
    INDArray wuvTurned = wuv.transpose();
    INDArray wvuTurned = wvu.transpose();
    INDArray wuuTurned = wuu.transpose();
    INDArray u = Arrays.zeros(job.sizes().recurrent());
    INDArray next = Arrays.zeros(job.sizes().recurrent());
    INDArray bvNow = Arrays.zeros(job.sizes().visible());
    INDArray bhNow = Arrays.zeros(job.sizes().hidden());
    Tanh tanh = new Tanh(next, u);
    for (int t = 0; t < job.composed(); t++) {
      bvNow.assign(bv);
      Arrays.addVector(wuvTurned, u, bvNow);
      bhNow.assign(bh);
      Arrays.addVector(wuhTurned, u, bhNow);
      chain.run(w, turned, bvNow, bhNow, job.composingSweeps());
      piece.putColumn(t, chain.v);
      next.assign(bu);
      Arrays.addVector(wvuTurned, chain.v, next);
      Arrays.addVector(wuuTurned, u, next);
      Nd4j.getExecutioner().exec(tanh);
    }
  }

  @Override
  public float[] biases() {
    return Arrays.rows(series(chunks.getFirst()).bh.transpose());
  }

  @Override
  public float[] sampled() {
    return Arrays.rows(series(chunks.getFirst()).chains.v.transpose());
  }

  @Override
  public float[] parameter(String name) {
    return Arrays.rows(parameters.get(name));
  }

  @Override
  public void close() {
    parameters.clear();
    chunks.clear();
    seriesOf.clear();
  }
}
