package harmonium.processor.plan;

import harmonium.api.UnitType;
import harmonium.processor.derive.Derived;
import harmonium.processor.derive.Draw;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import harmonium.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;

/** Plans the draws of the layers, whose products become terms by heated or scaled matrices. */
final class Sampling {
  private static final double LOG2_E = 1.4426950408889634;

  private final Derived derived;

  Sampling(Derived derived) {
    this.derived = derived;
  }

  /** The chains of every step. */
  List<Statement> chains() {
    List<Statement> statements = new ArrayList<>();
    derived
        .ordered()
        .ifPresent(o -> statements.add(new Statement.InOrder(o.dest(), o.rest().name(), o.odds())));
    if (!derived.held().isEmpty()) {
      derived.drawn().hidden().forEach(h -> statements.add(new Statement.Off(h, axis(h))));
      statements.add(new Statement.Chain("chain_held", samples(derived.held()), 0));
      for (int i = 0; i < derived.drawn().held().size(); i++) {
        String held = derived.drawn().held().get(i);
        statements.add(new Statement.Keep(held, derived.drawn().hidden().get(i), axis(held)));
      }
    }
    if (!derived.sweep().isEmpty()) {
      statements.add(new Statement.Chain("chain", samples(derived.sweep()), derived.held().size()));
    }
    return statements;
  }

  /** One more draw of each hidden layer. */
  List<Statement> again() {
    List<Statement> statements = new ArrayList<>();
    int perSweep = derived.held().size() + derived.sweep().size();
    for (int i = 0; i < derived.next().size(); i++) {
      Draw draw = derived.next().get(i);
      statements.add(new Statement.Again(sample(draw), perSweep, i));
    }
    return statements;
  }

  private Axis axis(String units) {
    return derived.units().get(units).axis();
  }

  private List<Statement.Sample> samples(List<Draw> draws) {
    return draws.stream().map(this::sample).toList();
  }

  private Statement.Sample sample(Draw draw) {
    boolean heated = draw.layer().type() != UnitType.GAUSSIAN;
    List<Term> terms = new ArrayList<>();
    for (Draw.Pull pull : draw.pulls()) {
      boolean bits = derived.units().get(pull.units().name()).type() != UnitType.GAUSSIAN;
      terms.add(
          new Term(pull.units(), Lowering.matrix(pull.matrix(), heated, pull.factor()), bits));
    }
    return new Statement.Sample(draw.layer(), draw.dest(), draw.start().name(), terms, value(draw));
  }

  /** What the sum becomes, with a number of the random stream. */
  private static Expr value(Draw draw) {
    Shape shape = draw.layer().shape();
    Expr sum = new Expr.Ref(Statement.ACCUMULATOR, 0, shape);
    Expr uniform = new Expr.Ref(Statement.UNIFORM, 0, shape);
    return switch (draw.layer().type()) {
      case BERNOULLI -> null;
      // The least of s + log2(-log u), where s is the activation times heat (Gumbel 1954).
      case SOFTMAX ->
          new Expr.Binary(
              BinaryOp.ADD,
              sum,
              times(
                  new Expr.Constant((float) LOG2_E),
                  unary(UnaryOp.LOG, unary(UnaryOp.NEGATE, unary(UnaryOp.LOG, uniform)))));
      case GAUSSIAN ->
          new Expr.Binary(
              BinaryOp.ADD,
              sum,
              times(
                  draw.deviation(),
                  times(
                      new Expr.Ref(Statement.SPREAD, 0, Shape.SCALAR),
                      unary(UnaryOp.PROBIT, uniform))));
    };
  }

  private static Expr times(Expr a, Expr b) {
    return new Expr.Binary(BinaryOp.MULTIPLY, a, b);
  }

  private static Expr unary(UnaryOp op, Expr e) {
    return new Expr.Unary(op, e);
  }
}
