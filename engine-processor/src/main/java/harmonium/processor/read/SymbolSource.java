package harmonium.processor.read;

import harmonium.processor.diagnose.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One method of a model.
 *
 * @param name the method's name
 * @param declarations its annotations
 * @param returns simple name of the type it returns
 * @param arguments number of its arguments
 * @param declaredIn simple name of the interface that declares it
 * @param overrides the symbol of an inherited interface that it takes the place of
 * @param alsoIn an unrelated interface that declares the same name
 * @param origin the method
 */
public record SymbolSource(
    String name,
    List<Declaration> declarations,
    String returns,
    int arguments,
    String declaredIn,
    Optional<SymbolSource> overrides,
    Optional<String> alsoIn,
    Origin origin) {
  public SymbolSource {
    declarations = List.copyOf(declarations);
  }

  /** A symbol built by hand; what it returns follows from its first annotation. */
  public static SymbolSource of(String name, Declaration... declarations) {
    String returns =
        switch (declarations[0]) {
          case Declaration.Visible _, Declaration.Hidden _, Declaration.Input _ -> "Units";
          case Declaration.State _ -> "Units";
          case Declaration.Parameter _, Declaration.Equation _ -> "Tensor";
          case Declaration.Conditional _ -> "Tensor";
          case Declaration.Energy _ -> "Scalar";
        };
    return new SymbolSource(
        name,
        List.of(declarations),
        returns,
        0,
        "",
        Optional.empty(),
        Optional.empty(),
        Origin.NOWHERE);
  }

  /** The annotation of that kind. */
  public <D extends Declaration> Optional<D> declaration(Class<D> kind) {
    return declarations.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The formula of its equation, energy or conditional. */
  public Optional<Text> formula() {
    return Stream.of(
            declaration(Declaration.Equation.class).map(Declaration.Equation::text),
            declaration(Declaration.Energy.class).map(Declaration.Energy::text),
            declaration(Declaration.Conditional.class).map(Declaration.Conditional::text))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
