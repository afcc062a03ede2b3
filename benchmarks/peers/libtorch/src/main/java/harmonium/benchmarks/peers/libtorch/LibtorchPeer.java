package harmonium.benchmarks.peers.libtorch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import java.util.ArrayList;
import java.util.List;

/** libtorch in eager mode with its gradients. What an operation makes is closed as soon as read. */
public final class LibtorchPeer implements Peer {
  private final List<NDArray> chunks = new ArrayList<>();
  private Job job;
  private NDManager manager;
  private Parameters parameters;
  private NDArray bv;
  private NDArray bh;
  private NDArray sampled;
  private NDArray piece;

  /** The biases of all steps. */
  private record Biases(NDArray bv, NDArray bh) {}

  /** As a service. */
  public LibtorchPeer() {}

  @Override
  public String name() {
    return "libtorch";
  }

  @Override
  public void load(Job newJob, int threads) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    close();
    job = newJob;
    Engine engine = Engine.getEngine("PyTorch");
    JniUtils.setNumThreads(threads);
    JniUtils.setGradMode(false);
    engine.setRandomSeed((int) job.seed());
    manager = engine.newBaseManager();
    parameters = Parameters.of(job, manager);
    for (int i = 0; i < job.chunks().size(); i++) {
      Shape shape = new Shape(job.steps(i), job.sizes().visible());
      chunks.add(manager.create(job.chunks().get(i), shape));
    }
  }

  /** Everything that is made of the parameters and the frames until the scope is closed ends. */
  private NDManager scope(NDArray... frames) {
    NDManager scope = manager.newSubManager();
    scope.tempAttachAll(parameters.all());
    scope.tempAttachAll(frames);
    return scope;
  }

  @Override
  public void recurrence() {
    NDArray frames = chunks.getFirst();
    try (NDManager scope = scope(frames)) {
      Biases biases = biases(scope, frames);
      bv = kept(bv, biases.bv);
      bh = kept(bh, biases.bh);
    }
  }

  /** Takes an array out of its scope, instead of an older one. */
  private NDArray kept(NDArray old, NDArray array) {
    if (old != null) {
      old.close();
    }
    array.attach(manager);
    return array;
  }

  private Biases biases(NDManager scope, NDArray frames) {
    NDArray turned = parameters.wuu().transpose();
    NDList drive =
        Torch.affine(frames, parameters.wvu().transpose(), parameters.bu())
            .split(frames.getShape().get(0));
    NDArray u = scope.zeros(new Shape(1, job.sizes().recurrent()));
    NDList states = new NDList();
    for (NDArray one : drive) {
      states.add(u);
      u = Torch.affine(u, turned, one).tanh();
    }
    NDArray before = NDArrays.concat(states, 0);
    return new Biases(
        Torch.affine(before, parameters.wuv().transpose(), parameters.bv()),
        Torch.affine(before, parameters.wuh().transpose(), parameters.bh()));
  }

  @Override
  @SuppressWarnings("try") // The scope is there to be closed.
  public void sweeps() {
    NDArray frames = chunks.getFirst();
    try (NDManager scope = scope(frames, bv, bh)) {
      NDArray turned = parameters.w().transpose();
      sampled = kept(sampled, chains(frames, turned, new Biases(bv, bh), job.sweeps()));
    }
  }

  /** Sweeps from v, which stays open. */
  private NDArray chains(NDArray v, NDArray turned, Biases biases, int sweeps) {
    NDArray now = v;
    for (int sweep = 0; sweep < sweeps; sweep++) {
      try (NDArray toHidden = Torch.affine(now, turned, biases.bh);
          NDArray h = Torch.draw(toHidden);
          NDArray toVisible = Torch.affine(h, parameters.w(), biases.bv)) {
        if (sweep > 0) {
          now.close();
        }
        now = Torch.draw(toVisible);
      }
    }
    return now;
  }

  @Override
  public double update(int chunk) {
    NDArray frames = chunks.get(chunk);
    long steps = frames.getShape().get(0);
    double monitor;
    try (NDManager scope = scope(frames);
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray turned = parameters.w().transpose();
      Biases biases = biases(scope, frames);
      JniUtils.setGradMode(false);
      NDArray end = chains(frames, turned, biases, job.sweeps());
      NDArray h = Torch.draw(Torch.affine(end, turned, biases.bh));
      NDArray activation = Torch.affine(h, parameters.w(), biases.bv);
      NDArray signs = frames.mul(-2).addi(1);
      monitor = -Torch.softPlusSum(signs.muli(activation)).getFloat() / steps;
      JniUtils.setGradMode(true);
      NDArray energy = freeEnergy(frames, turned, biases).sub(freeEnergy(end, turned, biases));
      collector.backward(energy.div(steps));
      JniUtils.setGradMode(false);
      for (NDArray parameter : parameters.all()) {
        try (NDArray gradient = parameter.getGradient();
            NDArray step = gradient.mul(job.rate())) {
          parameter.subi(step);
        }
        JniUtils.zeroGrad((PtNDArray) parameter);
      }
    }
    return monitor;
  }

  private static NDArray freeEnergy(NDArray v, NDArray turned, Biases biases) {
    NDArray hidden = Torch.softPlusSum(Torch.affine(v, turned, biases.bh));
    return v.mul(biases.bv).sum().add(hidden).neg();
  }

  @Override
  public void compose() {
    int visible = job.sizes().visible();
    NDList composed = new NDList();
    try (NDManager scope = scope()) {
      NDArray turned = parameters.w().transpose();
      NDArray wuv = parameters.wuv().transpose();
      NDArray wuh = parameters.wuh().transpose();
      NDArray wvu = parameters.wvu().transpose();
      NDArray wuu = parameters.wuu().transpose();
      NDArray silence = scope.zeros(new Shape(1, visible));
      NDArray u = scope.zeros(new Shape(1, job.sizes().recurrent()));
      for (int t = 0; t < job.composed(); t++) {
        Biases biases =
            new Biases(
                Torch.affine(u, wuv, parameters.bv()), Torch.affine(u, wuh, parameters.bh()));
        NDArray v = chains(silence, turned, biases, job.composingSweeps());
        composed.add(v);
        u = Torch.affine(u, wuu, Torch.affine(v, wvu, parameters.bu())).tanh();
      }
      piece = kept(piece, NDArrays.concat(composed, 0));
    }
  }

  @Override
  public float[] biases() {
    return bh.toFloatArray();
  }

  @Override
  public float[] sampled() {
    return sampled.toFloatArray();
  }

  @Override
  public float[] parameter(String name) {
    return parameters.named(name).toFloatArray();
  }

  @Override
  public void close() {
    chunks.clear();
    bv = null;
    bh = null;
    sampled = null;
    piece = null;
    if (manager != null) {
      manager.close();
      manager = null;
    }
  }
}
