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
      case Statement.Chain s -> s.sweep().stream().flatMap(Reads::of);
      case Statement.Again s -> of(s.sample());
      case Statement.LogSum s -> Stream.of(s.source());
      case Statement.Softmax s -> Stream.of(s.source());
      case Statement.Ordered s -> ordered(s.value());
      case Statement.InOrder s -> ordered(s.odds());
      case Statement.OrderedBack s ->
          Stream.concat(Stream.of((Expr.Ref) s.value().adjoint()), ordered(s.value().of()));
      case Statement.Off _, Statement.Keep _ -> Stream.empty();
      case Statement.Computed _, Statement.Clear _, Statement.Handed _ -> Stream.empty();
      case Statement.Descend _ -> Stream.empty();
      case Statement.Point _, Statement.Fix _, Statement.Table _ -> Stream.empty();
      case Statement.Columns _, Statement.Bound _ -> Stream.empty();
      case Statement.Outer s -> Stream.of(s.left(), s.right());
      case Statement.Total s -> Stream.of(s.series());
      case Statement.TotalBefore s -> Stream.of(s.series());
      case Statement.Expand s -> Stream.empty();
      case Statement.Before s -> Stream.empty();
      case Statement.Ahead s -> Stream.empty();
      case Statement.Copy s -> Stream.empty();
    };
  }

  private static Stream<Expr.Ref> ordered(Expr.Ordered e) {
    return Stream.of(e.layer(), (Expr.Ref) e.start());
  }
}
