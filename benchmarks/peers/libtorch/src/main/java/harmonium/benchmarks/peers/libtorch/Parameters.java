package harmonium.benchmarks.peers.libtorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import harmonium.benchmarks.peer.Job;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of an RNN-RBM, which gradients are wanted of. */
record Parameters(
    NDArray w,
    NDArray bv,
    NDArray bh,
    NDArray wuh,
    NDArray wuv,
    NDArray wvu,
    NDArray wuu,
    NDArray bu) {
  static Parameters of(Job job, NDManager manager) {
    Map<String, NDArray> all = new LinkedHashMap<>();
    for (String name : Job.PARAMETERS) {
      int rows = job.sizes().rows(name);
      int columns = job.sizes().columns(name);
      Shape shape = rows == 1 ? new Shape(columns) : new Shape(rows, columns);
      NDArray array = manager.create(job.parameters().get(name), shape);
      array.setRequiresGradient(true);
      all.put(name, array);
    }
    return new Parameters(
        all.get("W"),
        all.get("bv"),
        all.get("bh"),
        all.get("Wuh"),
        all.get("Wuv"),
        all.get("Wvu"),
        all.get("Wuu"),
        all.get("bu"));
  }

  NDArray[] all() {
    return new NDArray[] {w, bv, bh, wuh, wuv, wvu, wuu, bu};
  }

  NDArray named(String name) {
    return all()[Job.PARAMETERS.indexOf(name)];
  }
}
