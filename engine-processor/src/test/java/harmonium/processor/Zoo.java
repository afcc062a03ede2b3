package harmonium.processor;

import harmonium.kernel.Blueprint;
import harmonium.kernel.Frames;
import harmonium.kernel.Layer;
import harmonium.kernel.ParameterBlock;
import harmonium.kernel.Parameters;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Models that are not shipped, of any size, and random parameters and frames for them. */
final class Zoo {
  private static final String HEAD =
      """
      package zoo;
      import harmonium.api.*;
      """;

  private Zoo() {}

  /**
   * A model that nobody would train: two states, gates, look-back by two steps, a learned initial
   * state, a scalar parameter, every element-wise operation, and an energy with its signs the other
   * way round.
   */
  static CompiledModel odd(int v, int h, int u) {
    return CompiledModel.of(
        "Odd",
        HEAD
            + """
            @Model public interface Odd {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"h", "v"}) Tensor W();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @Parameter({"c", "h"}) Tensor Wch();
              @Parameter({"v", "c"}) Tensor Wvc();
              @Parameter({"c", "c"}) Tensor Wcc();
              @Parameter({"v", "v"}) Tensor A();
              @Parameter("c") Tensor bc();
              @Parameter("c") Tensor c0();
              @Parameter Tensor gain();
              @Equation("sigmoid(v @ Wvc + q[t-1] @ Wcc)") Tensor gate();
              @State(value = %d, initial = "c0")
              @Equation("gate * c[t-1] + (1 - gate) * tanh(bc + v @ Wvc + (gate * q[t-1]) @ Wcc)")
              Units c();
              @State(of = "c")
              @Equation("gate * tanh(c) / (1 + square(c[t-2])) + 0.1 * sqrt(1 + abs(c))") Units q();
              @Equation("bv + v[t-1] @ A + v[t-2] @ A.T + gain * exp(-abs(bv))") Tensor bv_t();
              @Equation("bh + relu(q[t-1] @ Wch) - 0.5 * softplus(c[t-2] @ Wch) + log(2 + square(bh))")
              Tensor bh_t();
              @Energy("v @ bv_t - sum(h * bh_t) + h @ W @ v + 0.3 * sum(v)") Scalar energy();
            }
            """
                .formatted(v, h, u));
  }

  /**
   * A state that counts how long a unit has been on, so that it is zero where the unit is off, but
   * for its start; and products of what is zero with it.
   */
  static CompiledModel held(int v, int h) {
    return CompiledModel.of(
        "Held",
        HEAD
            + """
            @Model public interface Held {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"v", "h"}) Tensor L();
              @Parameter({"v", "h"}) Tensor S();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @Parameter("v") Tensor s();
              @Parameter("v") Tensor x0();
              @State(of = "v", initial = "x0")
              @Equation("v * (0.5 * x[t-1] + s)") Units x();
              @Equation("bh + x[t-1] @ L + tanh(v[t-1] - square(x[t-1])) @ S") Tensor bh_t();
              @Equation("bv + v[t-1] * s") Tensor bv_t();
              @Energy("-(v @ bv_t) - h @ bh_t - v @ W @ h") Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** An energy whose products are of computed units, and that looks back by itself. */
  static CompiledModel centred(int v, int h) {
    return CompiledModel.of(
        "Centred",
        HEAD
            + """
            @Model public interface Centred {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"v", "v"}) Tensor B();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @Parameter("v") Tensor d();
              @Parameter("h") Tensor c();
              @Parameter("v") Tensor s();
              @Parameter({"h", "v"}) Tensor U();
              @Parameter Tensor a();
              @Energy("-(v @ bv) - (h @ bh) - 2 * ((v - d) @ W @ (h - c)) + (h / 4) @ U @ v"
                  + " - ((v[t-1] * s) @ B @ v) - sum(a) + 0.5 * a * sum(v) - d @ W @ c")
              Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** Real units and no bias: every gradient is one dense product. */
  static CompiledModel unbiased(int v, int u) {
    return CompiledModel.of(
        "Unbiased",
        HEAD
            + """
            @Model public interface Unbiased {
              @Visible(value = %d, units = UnitType.GAUSSIAN) Units v();
              @Parameter({"u", "v"}) Tensor Wuv();
              @Parameter({"v", "u"}) Tensor Wvu();
              @Parameter({"u", "u"}) Tensor Wuu();
              @State(%d) @Equation("tanh(v @ Wvu + u[t-1] @ Wuu)") Units u();
              @Equation("u[t-1] @ Wuv") Tensor m();
              @Energy("0.5 * sum(square(v - m))") Scalar energy();
            }
            """
                .formatted(v, u));
  }

  /** An ordered conditional whose outer matrix is in a product besides. */
  static CompiledModel tied(int v, int a) {
    return CompiledModel.of(
        "Tied",
        HEAD
            + """
            @Model public interface Tied {
              @Visible(%d) Units v();
              @Parameter({"v", "a"}) Tensor W();
              @Parameter({"v", "a"}) Tensor V();
              @Parameter({"v", "a"}) Tensor U();
              @Parameter("v") Tensor bv();
              @State(%d) @Equation("tanh(v[t-1] @ U)") Units a();
              @Equation("bv + a @ V.T") Tensor bv_t();
              @Conditional("bv_t + sigmoid(a + v[<i] @ W) @ V.T") Tensor odds();
            }
            """
                .formatted(v, a));
  }

  /** A matrix that an ordered conditional adds to, and biases that a recurrence gives. */
  static CompiledModel remembered(int v, int a) {
    return CompiledModel.of(
        "Remembered",
        HEAD
            + """
            @Model public interface Remembered {
              @Visible(%d) Units v();
              @Parameter({"v", "a"}) Tensor W();
              @Parameter({"v", "a"}) Tensor V();
              @Parameter({"v", "a"}) Tensor U();
              @Parameter({"a", "a"}) Tensor A();
              @Parameter("a") Tensor ba();
              @Parameter("v") Tensor bv();
              @State(%d) @Equation("tanh(v[t-1] @ U + a[t-1] @ A)") Units a();
              @Equation("bv + a @ V.T") Tensor bv_t();
              @Conditional("bv_t + sigmoid(ba + v[<i] @ W) @ V.T") Tensor odds();
            }
            """
                .formatted(v, a));
  }

  /** An energy in which scalars stand for vectors. */
  static CompiledModel shifted(int v, int h) {
    return CompiledModel.of(
        "Shifted",
        HEAD
            + """
            @Model public interface Shifted {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"h", "v"}) Tensor U();
              @Parameter("h") Tensor bh();
              @Parameter Tensor a();
              @Parameter Tensor b();
              @Energy("(0.5 - v) @ W @ (h - a) - (b - h) @ U @ (v + a) - sum(bh * (h - 0.25))"
                  + " + sum(h + b) - sum(a - v)")
              Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** An energy with squares of binary units, which are the units. */
  static CompiledModel squared(int v, int h) {
    return CompiledModel.of(
        "Squared",
        HEAD
            + """
            @Model public interface Squared {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter("v") Tensor d();
              @Parameter Tensor a();
              @Energy("0.5 * sum(square(v)) - (v * v) @ d - square(v) @ W @ (h * h) - a * (h @ h)")
              Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** Symbols with the names of what generated code needs for itself. */
  static CompiledModel names(int v, int h) {
    return CompiledModel.of(
        "Names",
        HEAD
            + """
            @Model public interface Names {
              @Visible(%d) Units k();
              @Hidden(%d) Units i();
              @Parameter({"k", "i"}) Tensor W();
              @Parameter({"k", "i"}) Tensor List();
              @Parameter("k") Tensor Math();
              @Parameter("i") Tensor a0();
              @Parameter("i") Tensor row();
              @Parameter({"i", "i"}) Tensor theta();
              @Equation("Math + 0.1 * Math") Tensor k_bits();
              @Equation("row") Tensor W_T();
              @Equation("row * W_T") Tensor i_sums();
              @Equation("tanh(W_T + k @ List)") Tensor compute_j();
              @State(of = "i") @Equation("tanh(compute_j + j[t-1] @ theta)") Units j();
              @Equation("a0 + j[t-1] @ theta.T + i_sums") Tensor heated_i();
              @Energy("-(k @ k_bits) - (i @ heated_i) - (k @ W @ i)") Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** Equations of many terms and functions, each longer than one method can be. */
  static CompiledModel lengthy(int terms) {
    StringBuilder functions = new StringBuilder("bh");
    StringBuilder products = new StringBuilder("bv");
    for (int i = 0; i < terms; i++) {
      functions.append(" + 0.0%d * tanh(%d.5 * bh * softplus(bh))".formatted(i % 9 + 1, i));
      products.append(" + v[t-%d] @ A%s".formatted(i % 7 + 1, i % 2 == 0 ? "" : ".T"));
    }
    return CompiledModel.of(
        "Lengthy",
        HEAD
            + """
            @Model public interface Lengthy {
              @Visible(5) Units v();
              @Hidden(4) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"v", "v"}) Tensor A();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @Equation("%s") Tensor bv_t();
              @Equation("%s") Tensor bh_t();
              @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)") Scalar energy();
            }
            """
                .formatted(products, functions));
  }

  /** Real units whose precision is learned, softmax hidden units, factors of single units. */
  static CompiledModel precise(int v, int h) {
    return CompiledModel.of(
        "Precise",
        HEAD
            + """
            @Model public interface Precise {
              @Visible(value = %d, units = UnitType.GAUSSIAN) Units v();
              @Hidden(%d) Units h();
              @Hidden(value = 3, units = UnitType.SOFTMAX) Units s();
              @Hidden(value = 2, units = UnitType.GAUSSIAN) Units g();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"v", "s"}) Tensor A();
              @Parameter({"g", "v"}) Tensor B();
              @Parameter("v") Tensor z();
              @Parameter Tensor y();
              @Parameter("h") Tensor f();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @Equation("exp(z)") Tensor precision();
              @Equation("W * sigmoid(W)") Tensor gated();
              @Equation("bv + 0.5 * tanh(v[t-1] + v[t-2])") Tensor bv_t();
              @Energy("0.5 * (square(v - bv_t) @ precision) - (h @ bh) + sum(exp(y) * g * g) - (v @ gated @ h)"
                  + " - (((v * precision) @ W) * f) @ h - 0.5 * v @ A @ s - y * (g @ B @ v)")
              Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** Matrices that are worked out: masked, symmetric, scaled, a product, one by an equation. */
  static CompiledModel computed(int v, int h) {
    return CompiledModel.of(
        "Computed",
        HEAD
            + """
            @Model public interface Computed {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"v", "h"}) Tensor G();
              @Parameter({"h", "h"}) Tensor U();
              @Parameter({"v", "low"}) Tensor A();
              @Parameter({"low", "h"}) Tensor B();
              @Parameter Tensor g();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @State(2) @Equation("tanh(v @ A)") Units low();
              @Equation("twin.T") Tensor back();
              @Equation("W * sigmoid(G)") Tensor gated();
              @Equation("W * sigmoid(G)") Tensor twin();
              @State(of = "h") @Equation("sigmoid(bh + v @ gated + r[t-1] @ (U + U.T))") Units r();
              @Equation("bh + v[t-1] @ (A @ B)") Tensor bh_t();
              @Energy("-(v @ bv) - (h @ bh_t) - (r[t-1] @ (g * U) @ h) - (v @ (2 * gated) @ h)"
                  + " - (v @ twin @ h) - 0.5 * (h @ back @ v)")
              Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** Two layers that are coupled by two matrices, by one of them in two terms. */
  static CompiledModel twofold(int v, int h) {
    return CompiledModel.of(
        "Twofold",
        HEAD
            + """
            @Model public interface Twofold {
              @Visible(%d) Units v();
              @Hidden(%d) Units h();
              @Parameter({"v", "h"}) Tensor W();
              @Parameter({"h", "v"}) Tensor G();
              @Parameter("v") Tensor bv();
              @Parameter("h") Tensor bh();
              @Energy("-(v @ bv) - (h @ bh) - (v @ W @ h) - 0.5 * (h @ G @ v) - (h @ W.T @ v)")
              Scalar energy();
            }
            """
                .formatted(v, h));
  }

  /** Units drawn one after the other, by log odds that are written otherwise than usual. */
  static CompiledModel ordered(String odds) {
    return CompiledModel.of(
        "Ordered",
        HEAD
            + """
            @Model public interface Ordered {
              @Visible(5) Units v();
              @Parameter("v") Tensor bv();
              @Parameter({"v", "a"}) Tensor W();
              @Parameter({"a", "v"}) Tensor V();
              @Parameter({"v", "a"}) Tensor U();
              @Parameter Tensor c();
              @State(4) @Equation("tanh(c + v @ U)") Units a();
              @Conditional("%s") Tensor odds();
            }
            """
                .formatted(odds));
  }

  /** Parameters that are far enough from zero to show a mistake. */
  static Parameters randomParameters(CompiledModel model, long seed, double spread) {
    Parameters parameters = model.parameters();
    SplittableRandom random = new SplittableRandom(seed);
    for (ParameterBlock block : parameters.blueprint().parameters()) {
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.columns(); j++) {
          parameters.values()[block.index(i, j)] = (float) (spread * (2 * random.nextDouble() - 1));
        }
      }
    }
    parameters.changed();
    return parameters;
  }

  /** Frames of which about a third of the units are on. */
  static Frames randomFrames(int steps, int units, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Frames frames = new Frames(steps, units);
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < units; i++) {
        frames.set(t, i, random.nextInt(3) == 0);
      }
    }
    return frames;
  }

  /** Frames that a model takes, inputs beside them. */
  static Frames frames(CompiledModel model, int steps, long seed) {
    Blueprint blueprint = model.parameters().blueprint();
    Frames frames = frames(blueprint.visible(), steps, seed);
    for (Layer input : blueprint.inputs()) {
      frames = frames.with(input.name(), frames(input, steps, seed + 1));
    }
    return frames;
  }

  private static Frames frames(Layer layer, int steps, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (layer.type()) {
      case BERNOULLI -> randomFrames(steps, layer.size(), seed);
      case GAUSSIAN -> {
        Frames frames = Frames.real(steps, layer.size());
        for (int i = 0; i < frames.values().length; i++) {
          frames.values()[i] = (float) (2 * random.nextDouble() - 1);
        }
        yield frames;
      }
      case SOFTMAX -> {
        Frames frames = new Frames(steps, layer.size());
        int group = layer.size() / layer.groups();
        for (int t = 0; t < steps; t++) {
          for (int g = 0; g < layer.groups(); g++) {
            frames.set(t, g * group + random.nextInt(group), true);
          }
        }
        yield frames;
      }
    };
  }

  /** The inputs beside frames, as the interpreter takes them. */
  static Map<String, double[][]> inputs(Frames frames) {
    Map<String, double[][]> rows = new HashMap<>();
    frames.inputs().forEach((name, given) -> rows.put(name, rows(given)));
    return rows;
  }

  /** The parameters as the interpreter takes them. */
  static Map<String, double[][]> rows(Parameters parameters) {
    Map<String, double[][]> rows = new HashMap<>();
    for (ParameterBlock block : parameters.blueprint().parameters()) {
      double[][] matrix = new double[block.rows()][block.columns()];
      for (int i = 0; i < block.rows(); i++) {
        for (int j = 0; j < block.columns(); j++) {
          matrix[i][j] = parameters.values()[block.index(i, j)];
        }
      }
      rows.put(block.name(), matrix);
    }
    return rows;
  }

  /** The frames as the interpreter takes them. */
  static double[][] rows(Frames frames) {
    double[][] rows = new double[frames.steps()][frames.units()];
    for (int t = 0; t < frames.steps(); t++) {
      for (int i = 0; i < frames.units(); i++) {
        rows[t][i] = frames.value(t, i);
      }
    }
    return rows;
  }
}
