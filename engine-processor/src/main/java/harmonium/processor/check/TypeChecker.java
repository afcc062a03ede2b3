package harmonium.processor.check;

import harmonium.processor.check.Scope.Kind;
import harmonium.processor.diagnose.Code;
import harmonium.processor.diagnose.Diagnostic;
import harmonium.processor.diagnose.Diagnostics;
import harmonium.processor.diagnose.NearestName;
import harmonium.processor.ir.Expr;
import harmonium.processor.ir.UnaryOp;
import harmonium.processor.parse.Ast;
import harmonium.processor.read.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Types one formula: resolves its names and checks its axes. An empty answer is a poisoned type:
 * something inside was complained of, here or elsewhere, and what is around it stays silent.
 *
 * <p>Before: {@code (bv + (u[t-1] @ Wuv))}. After: the same as {@link Expr}, each part with its
 * shape.
 */
final class TypeChecker {
  /** The furthest look back. */
  static final int LONGEST_LAG = 64;

  private final Scope scope;
  private final Kind owner;
  private final Text formula;
  private final Diagnostics diagnostics;
  private final OperatorRules operators;

  TypeChecker(Scope scope, Kind owner, Text formula, Diagnostics diagnostics) {
    this.scope = scope;
    this.owner = owner;
    this.formula = formula;
    this.diagnostics = diagnostics;
    this.operators = new OperatorRules(scope, formula, diagnostics);
  }

  Optional<Expr> check(Ast ast) {
    return switch (ast) {
      case Ast.Literal a -> Optional.of(new Expr.Constant(a.value()));
      case Ast.Group a -> check(a.inner());
      case Ast.Name a -> name(a);
      case Ast.Earlier a -> earlier(a);
      case Ast.Negation a -> check(a.operand()).flatMap(e -> operators.unary(UnaryOp.NEGATE, e, a));
      case Ast.Call a -> call(a);
      case Ast.Transposed a -> check(a.operand()).flatMap(e -> operators.transpose(e, a));
      case Ast.Binary a -> {
        // Both sides are checked, so that each gets its own complaint.
        Optional<Expr> left = check(a.left());
        Optional<Expr> right = check(a.right());
        yield left.flatMap(l -> right.flatMap(r -> operators.binary(l, r, a)));
      }
    };
  }

  private Optional<Expr> name(Ast.Name ast) {
    String name = ast.name();
    if (!scope.names().contains(name)) {
      Optional<String> help =
          ReservedNames.isFunction(name)
              ? Optional.of("write " + name + "(...)")
              : body(name).or(() -> NearestName.question(name, scope.names()));
      return poison(fault(Code.UnknownName, ast, scope.source().name(), name).help(help));
    }
    if (ast.lag() < 0) {
      String written = formula.value().substring(ast.span().from(), ast.span().to());
      return poison(fault(Code.LookAhead, ast, written));
    }
    if (scope.kind(name).isEmpty()) {
      return Optional.empty();
    }
    Kind kind = scope.kind(name).get();
    boolean past = kind.isSeries() || kind == Kind.VISIBLE || kind == Kind.INPUT;
    if (ast.lag() > 0 && !past) {
      return poison(fault(Code.NoPast, ast, name, kind.words()));
    }
    if (ast.lag() > LONGEST_LAG) {
      return poison(fault(Code.LagTooLong, ast, ast.lag(), LONGEST_LAG));
    }
    if (kind == Kind.ENERGY || kind == Kind.CONDITIONAL) {
      return poison(fault(Code.EnergyInEquation, ast, name, kind.words()));
    }
    if (kind == Kind.VISIBLE && owner == Kind.CONDITIONAL && ast.lag() == 0) {
      String path = formula.value().substring(ast.span().from(), ast.span().to());
      return poison(
          fault(Code.SeesOwnStep, ast, "the conditional", path)
              .help("write " + name + "[<i] for the units before unit i"));
    }
    if (ast.lag() > 0 && scope.shape(name).stream().anyMatch(s -> s.rank() == 2)) {
      return poison(fault(Code.NoPast, ast, name, "a matrix, the same at every step"));
    }
    if (kind == Kind.HIDDEN && owner != Kind.ENERGY) {
      return poison(fault(Code.HiddenInEquation, ast, name));
    }
    return scope.shape(name).map(shape -> new Expr.Ref(name, ast.lag(), shape));
  }

  private Optional<Expr> earlier(Ast.Earlier ast) {
    String name = ast.name();
    if (!scope.names().contains(name)) {
      return poison(
          fault(Code.UnknownName, ast, scope.source().name(), name)
              .help(NearestName.question(name, scope.names())));
    }
    if (scope.kind(name).isEmpty()) {
      return Optional.empty();
    }
    if (!scope.is(name, Kind.VISIBLE)) {
      String is = name + " is " + scope.kind(name).get().words();
      return poison(fault(Code.OrderOutside, ast, name, is));
    }
    if (owner != Kind.CONDITIONAL) {
      return poison(fault(Code.OrderOutside, ast, name, "this is " + owner.words()));
    }
    return scope.shape(name).map(shape -> new Expr.Earlier(name, shape));
  }

  private Optional<Expr> call(Ast.Call ast) {
    Optional<Expr> argument = check(ast.argument());
    if (ast.function().equals("sum")) {
      return argument.flatMap(e -> operators.sum(e, ast));
    }
    Optional<UnaryOp> op =
        Stream.of(UnaryOp.values())
            .filter(o -> o.callable() && o.spelling().equals(ast.function()))
            .findFirst();
    if (op.isEmpty()) {
      Optional<String> help =
          scope.names().contains(ast.function())
              ? Optional.of(ast.function() + " is a symbol; write the operator before (")
              : body(ast.function()).or(() -> NearestName.question(ast.function(), functions()));
      return poison(
          Diagnostic.of(Code.UnknownFunction, formula.origin(), ast.function())
              .at(formula.value(), ast.functionSpan())
              .help(help));
    }
    return argument.flatMap(e -> operators.unary(op.get(), e, ast));
  }

  private static List<String> functions() {
    return ReservedNames.functions().toList();
  }

  private Optional<String> body(String name) {
    return scope.source().bodies().contains(name)
        ? Optional.of(
            name + " has a body; a symbol has none, and an annotation that says what it is")
        : Optional.empty();
  }

  private Diagnostic fault(Code code, Ast at, Object... words) {
    return Diagnostic.of(code, formula.origin(), words).at(formula.value(), at.span());
  }

  private Optional<Expr> poison(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    return Optional.empty();
  }
}
