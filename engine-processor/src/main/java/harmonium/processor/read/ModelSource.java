package harmonium.processor.read;

import harmonium.processor.diagnose.Origin;
import java.util.List;
import java.util.Set;

/**
 * A model as the user wrote it, inheritance resolved and nothing checked.
 *
 * @param name simple name of the interface
 * @param qualifiedName its canonical name
 * @param packageName its package; empty for the unnamed one
 * @param kernel the class to write
 * @param sizes of {@code @Model}; they win over the sizes of the symbols
 * @param members names of the types and constants within the interface, inherited ones too
 * @param bodies names of its methods that have a body, inherited ones too
 * @param symbols inherited ones first, each name once
 * @param origin the interface
 */
public record ModelSource(
    String name,
    String qualifiedName,
    String packageName,
    Text kernel,
    List<SizeSource> sizes,
    Set<String> members,
    Set<String> bodies,
    List<SymbolSource> symbols,
    Origin origin) {
  public ModelSource {
    sizes = List.copyOf(sizes);
    members = Set.copyOf(members);
    bodies = Set.copyOf(bodies);
    symbols = List.copyOf(symbols);
  }

  /**
   * One {@code @Size}.
   *
   * @param of the axis
   * @param origin of the number
   */
  public record SizeSource(Text of, int is, Origin origin) {}

  /** A model built by hand. */
  public static ModelSource of(String name, SymbolSource... symbols) {
    return new ModelSource(
        name,
        name,
        "",
        Text.of(name + "Kernel"),
        List.of(),
        Set.of(),
        Set.of(),
        List.of(symbols),
        Origin.NOWHERE);
  }
}
