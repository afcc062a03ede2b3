package harmonium.processor.derive;

import harmonium.processor.ir.Expr;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Gives each matrix that is worked out of parameters a name, so that products read names alone. It
 * is worked out once for an update, and its gradient handed on to the parameters at the end.
 */
final class ComputedMatrices {
  private final Names names;
  private final Map<Expr, Expr> declared = new HashMap<>();
  private final SequencedMap<Expr, Expr.Ref> named = new LinkedHashMap<>();
  private final List<Definition> definitions = new ArrayList<>();

  /** The matrices that a model declares by equations, under their own names. */
  ComputedMatrices(Program program, Names names) {
    this.names = names;
    List<Symbol.Series> matrices =
        program.series().stream().filter(s -> s.shape().rank() == 2).toList();
    matrices.forEach(s -> declared.put(new Expr.Ref(s.name(), 0, s.shape()), s.value()));
    for (Symbol.Series s : matrices) {
      Definition definition = new Definition(s.name(), s.shape(), inlined(s.value()));
      definitions.add(definition);
      // Two names may mean the same, and both can be asked for.
      named.putIfAbsent(definition.value(), definition.ref());
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
    if (reduces(matrix)) {
      throw new UnsupportedModel("units that are scaled by a product or sum of parameters");
    }
    String first =
        Rewrite.references(matrix)
            .filter(ref -> ref.shape().rank() == 2)
            .map(Expr.Ref::name)
            .findFirst()
            .orElse("M");
    return named.computeIfAbsent(inlined(matrix), value -> fresh(first, value));
  }

  private Expr.Ref fresh(String first, Expr value) {
    Definition definition = new Definition(names.fresh(first + "_computed"), value.shape(), value);
    definitions.add(definition);
    return definition.ref();
  }

  private static boolean reduces(Expr e) {
    return e instanceof Expr.Product
        || e instanceof Expr.Sum
        || e.parts().stream().anyMatch(ComputedMatrices::reduces);
  }

  /** In terms of parameters alone. */
  private Expr inlined(Expr e) {
    Expr value = declared.get(e);
    return value != null ? inlined(value) : e.with(e.parts().stream().map(this::inlined).toList());
  }

  boolean contains(String name) {
    return definitions.stream().anyMatch(d -> d.name().equals(name));
  }

  /** All of them, as name and value. */
  List<Definition> definitions() {
    return List.copyOf(definitions);
  }
}
