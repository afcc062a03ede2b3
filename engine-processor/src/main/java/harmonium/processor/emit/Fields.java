package harmonium.processor.emit;

import harmonium.processor.derive.Rewrite;
import harmonium.processor.ir.Expr;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The locals that a statement's method begins with: what it uses of the kernel's memory. */
final class Fields {
  private static final Set<String> NUMBERS = Set.of("scale", "heat", "spread");

  private final Places places;
  private final Set<String> floats = new LinkedHashSet<>();
  private final Set<String> ints = new LinkedHashSet<>();
  private final Set<String> longs = new LinkedHashSet<>();
  private final Set<String> scalars = new LinkedHashSet<>();

  Fields(Places places) {
    this.places = places;
  }

  Fields array(String name) {
    floats.add(places.isParameter(name) ? "theta" : places.array(name));
    return this;
  }

  Fields field(String field) {
    floats.add(field);
    return this;
  }

  Fields bits(String layer) {
    longs.add(places.bits(layer));
    return this;
  }

  Fields expression(Expr e) {
    if (e != null) {
      Rewrite.references(e).forEach(this::reference);
    }
    return this;
  }

  Fields reference(Expr.Ref ref) {
    if (ref.name().equals(Statement.ACCUMULATOR) || ref.name().equals(Statement.UNIFORM)) {
      return this;
    }
    String scalar = places.scalar(ref);
    if (scalar != null && NUMBERS.contains(scalar)) {
      scalars.add(scalar);
      return this;
    }
    return array(ref.name());
  }

  Fields terms(List<Term> terms) {
    for (Term term : terms) {
      term.within().forEach(this::bits);
      if (!term.binary()) {
        array(term.left().name());
      }
      floats.add(places.matrix(term.matrix()));
    }
    return this;
  }

  /** A field of whole numbers. */
  Fields whole(String field) {
    ints.add(field);
    return this;
  }

  /** Writes the declarations. */
  void declare(Code code) {
    List<String> declared = new ArrayList<>();
    for (String f : floats) {
      String from =
          switch (f) {
            case "theta" -> "k.now.theta";
            case "gradient" -> "k.now.gradient";
            default -> "k." + f;
          };
      declared.add(f + " = " + from);
    }
    declared.forEach(d -> code.line("final float[] %s;", d));
    ints.forEach(i -> code.line("final int[] %s = k.%s;", i, i));
    longs.forEach(l -> code.line("final long[] %s = k.%s;", l, l));
    scalars.forEach(s -> code.line("final float %s = k.now.%s;", s, s));
  }

  /** Writes the declarations that a method of the kernel itself needs: its arrays are fields. */
  void scalarsOf(Code code) {
    if (floats.contains("theta")) {
      code.line("float[] theta = now.theta;");
    }
    scalars.forEach(s -> code.line("float %s = now.%s;", s, s));
  }

  /** Number of words of a layer's row. */
  static int words(Places places, String layer) {
    return Plan.words(places.plan().layers().get(layer).size());
  }
}
