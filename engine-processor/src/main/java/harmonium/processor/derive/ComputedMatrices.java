package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Gives each matrix that is worked out of parameters a name, so that products read names alone. It
 * is worked out once for an update, and its gradient handed on to the parameters at the end.
 */
final class ComputedMatrices {
  private final Names names;
  private final SequencedMap<Expr, Expr.Ref> named = new LinkedHashMap<>();

  /** The matrices that a model declares by equations, under their own names. */
  ComputedMatrices(Program program, Names names) {
    this.names = names;
    for (Symbol.Series s : program.series()) {
      if (s.shape().rank() == 2) {
        named.put(inlined(s.value()), new Expr.Ref(s.name(), 0, s.shape()));
      }
    }
  }

  /** The same expression, every product with a matrix that has a name. */
  Expr in(Expr e) {
    Expr within = e.with(e.parts().stream().map(this::in).toList());
    return switch (within) {
      case Expr.Product p when p.right().shape().rank() == 2 ->
          new Expr.Product(p.left(), of(p.right()), p.shape());
      case Expr.Ordered o ->
          new Expr.Ordered(o.layer(), o.start(), row(o.in()), o.op(), row(o.out()));
      default -> within;
    };
  }

  /** A matrix as a name or the transpose of one. */
  Expr of(Expr matrix) {
    return matrix instanceof Expr.Transpose(Expr operand)
        ? new Expr.Transpose(row(operand))
        : row(matrix);
  }

  /** A matrix as a name, its rows one after the other. */
  private Expr row(Expr matrix) {
    if (matrix instanceof Expr.Ref) {
      return matrix;
    }
    if (holdsProduct(matrix)) {
      throw new UnsupportedModel("a product of matrices is worked on element by element");
    }
    String first =
        Rewrite.references(matrix)
            .filter(ref -> ref.shape().rank() == 2)
            .map(Expr.Ref::name)
            .findFirst()
            .orElse("M");
    return named.computeIfAbsent(
        inlined(matrix), m -> new Expr.Ref(names.fresh(first + "_computed"), 0, m.shape()));
  }

  private static boolean holdsProduct(Expr e) {
    return e instanceof Expr.Product || e.parts().stream().anyMatch(ComputedMatrices::holdsProduct);
  }

  /** In terms of parameters alone. */
  private Expr inlined(Expr e) {
    for (var entry : named.entrySet()) {
      if (e.equals(entry.getValue())) {
        return entry.getKey();
      }
    }
    return e.with(e.parts().stream().map(this::inlined).toList());
  }

  boolean contains(String name) {
    return named.values().stream().anyMatch(ref -> ref.name().equals(name));
  }

  /** All of them, as name and value. */
  List<Definition> definitions() {
    List<Definition> definitions = new ArrayList<>();
    named.forEach((value, ref) -> definitions.add(new Definition(ref.name(), ref.shape(), value)));
    return definitions;
  }
}
