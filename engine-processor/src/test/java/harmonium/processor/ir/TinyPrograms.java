package harmonium.processor.ir;

import harmonium.api.UnitType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Models of a few units, built by hand, and parameters and sequences for them. */
public final class TinyPrograms {
  private static final Axis V = new Axis("v", 4);
  private static final Axis H = new Axis("h", 3);
  private static final Axis U = new Axis("u", 2);

  private TinyPrograms() {}

  /** {@code -(v @ bv) - (h @ bh) - (v @ W @ h)}. */
  public static Program rbm() {
    List<Symbol> symbols = layers(UnitType.BERNOULLI, 1);
    symbols.add(energy(boltzmann("bv", "bh")));
    return program("Rbm", symbols);
  }

  /** The same with one visible unit of each group on. */
  public static Program softmaxRbm(int groups) {
    List<Symbol> symbols = layers(UnitType.SOFTMAX, groups);
    symbols.add(energy(boltzmann("bv", "bh")));
    return program("SoftmaxRbm", symbols);
  }

  /** {@code sum(square(v - bv)) * 0.5 - (h @ bh) - (v @ W @ h)}. */
  public static Program gaussianRbm() {
    List<Symbol> symbols = layers(UnitType.GAUSSIAN, 1);
    Expr distance = binary(BinaryOp.SUBTRACT, vector("v", V), vector("bv", V));
    Expr bowl =
        binary(
            BinaryOp.MULTIPLY,
            new Expr.Sum(new Expr.Unary(UnaryOp.SQUARE, distance)),
            new Expr.Constant(0.5));
    Expr hidden = binary(BinaryOp.SUBTRACT, bowl, dot(vector("h", H), vector("bh", H)));
    symbols.add(energy(binary(BinaryOp.SUBTRACT, hidden, interaction())));
    return program("GaussianRbm", symbols);
  }

  /** The RNN-RBM, with {@code u0} before the first step; bv_t is declared before u. */
  public static Program rnnRbm() {
    List<Symbol> symbols = layers(UnitType.BERNOULLI, 1);
    symbols.add(new Symbol.Parameter("Wuh", Shape.matrix(U, H), 0));
    symbols.add(new Symbol.Parameter("Wuv", Shape.matrix(U, V), 0));
    symbols.add(new Symbol.Parameter("Wvu", Shape.matrix(V, U), 0));
    symbols.add(new Symbol.Parameter("Wuu", Shape.matrix(U, U), 0));
    symbols.add(new Symbol.Parameter("bu", Shape.vector(U), 0));
    symbols.add(new Symbol.Parameter("u0", Shape.vector(U), 0));
    symbols.add(series("bv_t", V, false, plusRecurrent("bv", V, "Wuv")));
    Expr seen = product(vector("v", V), matrix("Wvu", V, U), Shape.vector(U));
    Expr state = binary(BinaryOp.ADD, plusRecurrent("bu", U, "Wuu"), seen);
    symbols.add(series("u", U, true, new Expr.Unary(UnaryOp.TANH, state)));
    symbols.add(series("bh_t", H, false, plusRecurrent("bh", H, "Wuh")));
    symbols.add(energy(boltzmann("bv_t", "bh_t")));
    return program("RnnRbm", symbols);
  }

  /** Normal numbers of standard deviation 0.5 for every parameter. */
  public static Map<String, double[][]> parameters(Program program, long seed) {
    Random random = new Random(seed);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol.Parameter parameter : program.parameters()) {
      double[][] rows = Evaluator.zeros(parameter.shape());
      for (double[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextGaussian() * 0.5;
        }
      }
      parameters.put(parameter.name(), rows);
    }
    return parameters;
  }

  /** Visible units, each on or off by a fair coin, [steps x 4]. */
  public static double[][] frames(int steps, long seed) {
    Random random = new Random(seed);
    double[][] frames = new double[steps][V.size()];
    for (double[] frame : frames) {
      for (int i = 0; i < frame.length; i++) {
        frame[i] = random.nextInt(2);
      }
    }
    return frames;
  }

  private static List<Symbol> layers(UnitType visible, int groups) {
    List<Symbol> symbols = new ArrayList<>();
    symbols.add(new Symbol.UnitLayer("v", V, Symbol.Role.VISIBLE, visible, groups));
    symbols.add(new Symbol.UnitLayer("h", H, Symbol.Role.HIDDEN, UnitType.BERNOULLI, 1));
    symbols.add(new Symbol.Parameter("W", Shape.matrix(V, H), 0));
    symbols.add(new Symbol.Parameter("bv", Shape.vector(V), 0));
    symbols.add(new Symbol.Parameter("bh", Shape.vector(H), 0));
    return symbols;
  }

  private static Expr boltzmann(String visibleBias, String hiddenBias) {
    Expr visible = new Expr.Unary(UnaryOp.NEGATE, dot(vector("v", V), vector(visibleBias, V)));
    Expr hidden = dot(vector("h", H), vector(hiddenBias, H));
    return binary(BinaryOp.SUBTRACT, binary(BinaryOp.SUBTRACT, visible, hidden), interaction());
  }

  private static Expr interaction() {
    return dot(product(vector("v", V), matrix("W", V, H), Shape.vector(H)), vector("h", H));
  }

  /** {@code bias + u[t-1] @ matrix}. */
  private static Expr plusRecurrent(String bias, Axis axis, String matrix) {
    Expr before = new Expr.Ref("u", 1, Shape.vector(U));
    return binary(
        BinaryOp.ADD,
        vector(bias, axis),
        product(before, matrix(matrix, U, axis), Shape.vector(axis)));
  }

  private static Symbol series(String name, Axis axis, boolean state, Expr value) {
    Optional<String> initial = state ? Optional.of("u0") : Optional.empty();
    return new Symbol.Series(name, Shape.vector(axis), state, initial, value, "");
  }

  private static Symbol energy(Expr value) {
    return new Symbol.EnergyFunction("energy", value, "");
  }

  private static Program program(String name, List<Symbol> symbols) {
    return new Program(name, name, "", name + "Kernel", Set.of(), symbols);
  }

  private static Expr vector(String name, Axis axis) {
    return new Expr.Ref(name, 0, Shape.vector(axis));
  }

  private static Expr matrix(String name, Axis rows, Axis columns) {
    return new Expr.Ref(name, 0, Shape.matrix(rows, columns));
  }

  private static Expr binary(BinaryOp op, Expr left, Expr right) {
    return new Expr.Binary(op, left, right);
  }

  private static Expr product(Expr left, Expr right, Shape shape) {
    return new Expr.Product(left, right, shape);
  }

  private static Expr dot(Expr left, Expr right) {
    return product(left, right, Shape.SCALAR);
  }
}
