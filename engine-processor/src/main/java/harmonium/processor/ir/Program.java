package harmonium.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A checked model: names resolved, every expression typed, nothing in it that the later phases
 * could stumble over.
 *
 * @param name simple name of the interface
 * @param qualifiedName its qualified name
 * @param packageName its package; empty for the unnamed one
 * @param kernelName simple name of the class to write
 * @param members the types and constants within the interface, which its kernel inherits
 * @param symbols in the order of declaration, inherited ones first
 */
public record Program(
    String name,
    String qualifiedName,
    String packageName,
    String kernelName,
    Set<String> members,
    List<Symbol> symbols) {

  public Program {
    members = Set.copyOf(members);
    symbols = List.copyOf(symbols);
  }

  /** All symbols of one kind, in the order of declaration. */
  public <S extends Symbol> List<S> all(Class<S> kind) {
    return symbols.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The visible layer; a checked model has exactly one. */
  public Symbol.UnitLayer visible() {
    return layers(Symbol.Role.VISIBLE).getFirst();
  }

  /** The hidden layers. */
  public List<Symbol.UnitLayer> hidden() {
    return layers(Symbol.Role.HIDDEN);
  }

  private List<Symbol.UnitLayer> layers(Symbol.Role role) {
    return all(Symbol.UnitLayer.class).stream().filter(l -> l.role() == role).toList();
  }

  /** The parameters. */
  public List<Symbol.Parameter> parameters() {
    return all(Symbol.Parameter.class);
  }

  /** The states and equations. */
  public List<Symbol.Series> series() {
    return all(Symbol.Series.class);
  }

  /** The layers that are given and not modelled. */
  public List<Symbol.UnitLayer> inputs() {
    return layers(Symbol.Role.INPUT);
  }

  /** The energy, or the log odds of an ordered conditional; a checked model has exactly one. */
  public Symbol.Law law() {
    return all(Symbol.Law.class).getFirst();
  }

  /** Whether the units of a frame are drawn one after the other, by log odds and no energy. */
  public boolean isOrdered() {
    return law() instanceof Symbol.LogOdds;
  }

  /** The layer of that name, unless it is an input. */
  public Optional<Symbol.UnitLayer> modelled(String layer) {
    return all(Symbol.UnitLayer.class).stream()
        .filter(l -> l.role() != Symbol.Role.INPUT && l.name().equals(layer))
        .findFirst();
  }

  /** The same model with another energy or other log odds. */
  public Program withLaw(Expr value) {
    Symbol.Law old = law();
    Symbol.Law other =
        switch (old) {
          case Symbol.EnergyFunction e -> new Symbol.EnergyFunction(e.name(), value, e.text());
          case Symbol.LogOdds e -> new Symbol.LogOdds(e.name(), value, e.text());
        };
    List<Symbol> changed = symbols.stream().map(s -> s.equals(old) ? other : s).toList();
    return new Program(name, qualifiedName, packageName, kernelName, members, changed);
  }

  /** The symbol of that name. */
  public Optional<Symbol> symbol(String symbolName) {
    return symbols.stream().filter(s -> s.name().equals(symbolName)).findFirst();
  }
}
