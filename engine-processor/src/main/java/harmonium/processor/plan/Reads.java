package harmonium.processor.plan;

import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Expr;
import java.util.stream.Stream;

/** What a statement reads. */
final class Reads {
  private Reads() {}

  /** All series, units, vectors and scalars that it reads, with their lags. */
  static Stream<Expr.Ref> of(Statement statement) {
    return switch (statement) {
      case Statement.Accumulate s ->
          Stream.of(
                  s.init() == null ? Stream.<Expr.Ref>empty() : Rewrite.references(s.init()),
                  s.terms().stream().map(Term::left),
                  Rewrite.references(s.value())
                      .filter(r -> !r.name().equals(Statement.ACCUMULATOR)))
              .flatMap(r -> r);
      case Statement.Reduce s -> Rewrite.references(s.value());
      case Statement.Scalarwise s -> Rewrite.references(s.value());
      case Statement.Sample s -> s.terms().stream().map(Term::left);
      case Statement.Chain s -> Stream.concat(of(s.hidden()), of(s.visible()));
      case Statement.Outer s -> Stream.of(s.left(), s.right());
      case Statement.Total s -> Stream.of(s.series());
      case Statement.TotalBefore s -> Stream.of(s.series());
      case Statement.Expand s -> Stream.empty();
      case Statement.Before s -> Stream.empty();
      case Statement.Ahead s -> Stream.empty();
      case Statement.Copy s -> Stream.empty();
    };
  }
}
