package harmonium.processor.plan;

import harmonium.processor.derive.Definition;
import harmonium.processor.derive.Names;
import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Axis;
import harmonium.processor.ir.BinaryOp;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Turns definitions into statements. The products of a sum become terms of one accumulator, and
 * what is done to the sum follows it:
 *
 * <pre>
 *   u = tanh(bu + v @ Wvu + u[t-1] @ Wuu)
 *     Accumulate u: init bu, terms (v @ Wvu, u[t-1] @ Wuu), value tanh((sum))
 * </pre>
 *
 * An expression with several such sums, as the gates of an LSTM have it, keeps each in a series of
 * its own. Sums over an axis become scalars of their own.
 */
final class Lowering {
  private final Names names;
  private final Set<String> binary;
  private final Predicate<String> isParameter;
  private final List<Statement> statements = new ArrayList<>();

  /**
   * Prepares a lowering.
   *
   * @param binary the layers that are kept as bits
   * @param isParameter whether a name has no step
   */
  Lowering(Names names, Set<String> binary, Predicate<String> isParameter) {
    this.names = names;
    this.binary = binary;
    this.isParameter = isParameter;
  }

  /** What was lowered so far, no statement too long for a method. */
  List<Statement> statements() {
    return MethodBudget.split(statements, names);
  }

  void lower(Definition definition) {
    String name = definition.name();
    Expr value = definition.value();
    if (named(name, value)) {
      return;
    }
    if (definition.shape().rank() > 0) {
      vector(name, definition.shape().axis(), value);
    } else if (value instanceof Expr.Sum(Expr operand)) {
      reduce(name, operand);
    } else {
      statements.add(new Statement.Scalarwise(name, scalars(value, name)));
    }
  }

  /** Lowers what is a statement of its own; false for all else. */
  private boolean named(String name, Expr value) {
    switch (value) {
      case Expr.LogSum(Expr operand, int groups) ->
          statements.add(new Statement.LogSum(name, series(operand, name), groups));
      case Expr.Softmax(Expr operand, int groups) ->
          statements.add(new Statement.Softmax(name, series(operand, name), groups));
      case Expr.Ordered ordered -> statements.add(new Statement.Ordered(name, ordered));
      case Expr.OrderedBack back -> statements.add(new Statement.OrderedBack(name, back));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** An expression as a series; where it is computed, as one of its own. */
  private Expr.Ref series(Expr e, String wish) {
    if (e instanceof Expr.Ref ref && !isParameter.test(ref.name())) {
      return ref;
    }
    String own = names.fresh(wish + "_operand");
    vector(own, e.shape().axis(), e);
    return new Expr.Ref(own, 0, e.shape());
  }

  private void vector(String name, Axis axis, Expr value) {
    List<Group> groups = new ArrayList<>();
    Expr rest = groups(scalars(value, name), axis, groups);
    if (groups.isEmpty()) {
      statements.add(new Statement.Accumulate(name, axis, null, List.of(), rest));
    } else if (groups.size() == 1) {
      Group only = groups.getFirst();
      statements.add(
          new Statement.Accumulate(
              name, axis, only.init, only.terms, rename(rest, only, Statement.ACCUMULATOR)));
    } else {
      statements.add(
          new Statement.Accumulate(name, axis, null, List.of(), kept(rest, name, axis, groups)));
    }
  }

  private void reduce(String name, Expr operand) {
    Axis axis = operand.shape().axis();
    List<Group> groups = new ArrayList<>();
    Expr rest = groups(scalars(operand, name), axis, groups);
    statements.add(new Statement.Reduce(name, axis, kept(rest, name, axis, groups)));
  }

  /** Keeps each group in a series of its own and refers to it. */
  private Expr kept(Expr rest, String wish, Axis axis, List<Group> groups) {
    Expr value = rest;
    for (Group group : groups) {
      String own = names.fresh(wish + "_sum");
      statements.add(
          new Statement.Accumulate(own, axis, group.init, group.terms, accumulator(axis)));
      value = rename(value, group, own);
      for (Group other : groups) {
        other.init = other.init == null ? null : rename(other.init, group, own);
      }
    }
    return value;
  }

  /** A sum that contains products. */
  private static final class Group {
    final String placeholder;
    final List<Term> terms = new ArrayList<>();
    Expr init;

    Group(String placeholder) {
      this.placeholder = placeholder;
    }
  }

  private static Expr rename(Expr e, Group group, String to) {
    return Rewrite.refs(
        e,
        ref ->
            ref.name().equals(group.placeholder) ? new Expr.Ref(to, ref.lag(), ref.shape()) : ref);
  }

  private static Expr.Ref accumulator(Axis axis) {
    return new Expr.Ref(Statement.ACCUMULATOR, 0, Shape.vector(axis));
  }

  /** The expression with every sum that contains products replaced by a placeholder. */
  private Expr groups(Expr e, Axis axis, List<Group> found) {
    return switch (e) {
      case Expr.Constant constant -> constant;
      case Expr.Ref ref -> ref;
      case Expr.Fill fill -> fill.operand();
      case Expr.Unary unary -> new Expr.Unary(unary.op(), groups(unary.operand(), axis, found));
      case Expr.Product product -> group(List.of(product), null, axis, found);
      case Expr.Binary binary when binary.op() == BinaryOp.ADD && holdsProduct(binary) -> {
        List<Expr.Product> products = new ArrayList<>();
        Expr init = split(binary, products);
        if (products.isEmpty()) {
          yield pair(binary, axis, found);
        }
        yield group(products, init == null ? null : groups(init, axis, found), axis, found);
      }
      case Expr.Binary binary -> pair(binary, axis, found);
      case Expr.Sum sum -> throw new IllegalStateException("a sum left over: " + sum);
      case Expr.Transpose _, Expr.Spread _, Expr.Earlier _ ->
          throw new IllegalStateException("no vector: " + e);
      case Expr.LogSum _, Expr.Softmax _, Expr.Ordered _, Expr.OrderedBack _ ->
          throw new IllegalStateException("not named: " + e);
    };
  }

  private Expr pair(Expr.Binary e, Axis axis, List<Group> found) {
    return new Expr.Binary(e.op(), groups(e.left(), axis, found), groups(e.right(), axis, found));
  }

  private Expr group(List<Expr.Product> products, Expr init, Axis axis, List<Group> found) {
    Group group = new Group("(sum " + found.size() + ")");
    products.forEach(p -> group.terms.add(term(p)));
    group.init = init;
    found.add(group);
    return new Expr.Ref(group.placeholder, 0, Shape.vector(axis));
  }

  private static boolean holdsProduct(Expr e) {
    return e instanceof Expr.Product
        || e instanceof Expr.Binary b
            && b.op() == BinaryOp.ADD
            && (holdsProduct(b.left()) || holdsProduct(b.right()));
  }

  /** Takes the products out of a chain of additions; returns what is left, or null. */
  private static Expr split(Expr e, List<Expr.Product> products) {
    if (e instanceof Expr.Product product) {
      products.add(product);
      return null;
    }
    if (e instanceof Expr.Binary b && b.op() == BinaryOp.ADD) {
      Expr left = split(b.left(), products);
      Expr right = split(b.right(), products);
      return left == null ? right : right == null ? left : new Expr.Binary(b.op(), left, right);
    }
    return e;
  }

  private Term term(Expr.Product product) {
    Expr.Ref left = operand(product.left());
    return new Term(left, matrix(product.right(), false, 1), binary.contains(left.name()));
  }

  /** The left side of a product as a series; where it is computed, as one of its own. */
  private Expr.Ref operand(Expr left) {
    if (left instanceof Expr.Ref ref) {
      return ref;
    }
    String own = names.fresh("operand");
    vector(own, left.shape().axis(), left);
    return new Expr.Ref(own, 0, left.shape());
  }

  /** The matrix that a product reads. */
  static Matrix matrix(Expr e, boolean heated, double factor) {
    boolean transposed = e instanceof Expr.Transpose;
    Expr of = e instanceof Expr.Transpose(Expr operand) ? operand : e;
    if (!(of instanceof Expr.Ref parameter)) {
      throw new IllegalStateException("a computed matrix: " + e);
    }
    return new Matrix(
        parameter.name(),
        e.shape().axes().getFirst().size(),
        e.shape().axes().getLast().size(),
        transposed,
        heated,
        factor);
  }

  /** The expression with every sum over an axis, and what else is a statement, by a name. */
  private Expr scalars(Expr e, String wish) {
    return switch (e) {
      case Expr.Product product -> product;
      case Expr.Sum(Expr operand) -> {
        String own = names.fresh(wish + "_over_" + operand.shape().axis().name());
        reduce(own, operand);
        yield new Expr.Ref(own, 0, Shape.SCALAR);
      }
      case Expr.LogSum _, Expr.Softmax _, Expr.Ordered _, Expr.OrderedBack _ -> {
        String own = names.fresh(wish + "_" + word(e));
        named(own, e);
        yield new Expr.Ref(own, 0, e.shape());
      }
      default -> e.with(e.parts().stream().map(part -> scalars(part, wish)).toList());
    };
  }

  private static String word(Expr e) {
    return e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
