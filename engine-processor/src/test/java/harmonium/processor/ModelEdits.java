package harmonium.processor;

import harmonium.processor.diagnose.Origin;
import harmonium.processor.read.ModelSource;
import harmonium.processor.read.ModelSource.SizeSource;
import harmonium.processor.read.SymbolSource;
import harmonium.processor.read.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Random edits of a model: of its formulas, of its annotations, of what symbols there are. */
final class ModelEdits {
  /** Names that generated code, the kernel, Java or the language might need for themselves. */
  private static final List<String> NAMES =
      List.of(
          "k",
          "i",
          "x",
          "a1",
          "v0",
          "row",
          "sum_",
          "scale",
          "heat",
          "act_h",
          "act_h_sampled",
          "d_u",
          "d_act_h",
          "sampled_v",
          "next_h",
          "heated_v",
          "W_T",
          "W_heated",
          "free_energy",
          "mean_v",
          "monitor_t",
          "energy_t",
          "u_operand",
          "u_drive",
          "v_bits",
          "h_sums",
          "List",
          "String",
          "Math",
          "java",
          "jdk",
          "harmonium",
          "Object",
          "Factory",
          "Outputs",
          "ADDENDS",
          "MULTIPLIERS",
          "limit",
          "F",
          "T",
          "t",
          "tanh",
          "step",
          "record",
          "var",
          "create",
          "parameters",
          "gradient",
          "gibbs",
          "toString",
          "wait",
          "$",
          "a$b",
          "\u00e4",
          "\u0430",
          "_x",
          "__",
          "compute_u",
          "chain",
          "dW",
          "v",
          "h");

  private static final List<String> KERNELS =
      List.of("", "Kernel", "String", "class", "record", "var", "_", "true", "Own", "a b", "1x");

  private final SplittableRandom random;
  private final List<SymbolSource> symbols;
  private final List<SizeSource> sizes;
  private final List<String> names;
  private Text kernel;

  private ModelEdits(ModelSource model, SplittableRandom random) {
    this.random = random;
    symbols = new ArrayList<>(model.symbols());
    sizes = new ArrayList<>(model.sizes());
    names = symbols.stream().map(SymbolSource::name).toList();
    kernel = model.kernel();
  }

  /** The model with one edit, in another package. */
  static ModelSource edit(ModelSource model, String pack, SplittableRandom random) {
    ModelEdits edits = new ModelEdits(model, random);
    edits.edit(random.nextInt(model.symbols().size()));
    // No reader gives two symbols of one name.
    Set<String> different = new HashSet<>();
    edits.symbols.removeIf(s -> !different.add(s.name()));
    return edits.model(model.name(), pack);
  }

  /** The model itself in another package, without what it has besides symbols. */
  static ModelSource moved(ModelSource model, String pack) {
    return new ModelEdits(model, new SplittableRandom(0)).model(model.name(), pack);
  }

  private ModelSource model(String name, String pack) {
    return new ModelSource(
        name, pack + "." + name, pack, kernel, sizes, Set.of(), Set.of(), symbols, Origin.NOWHERE);
  }

  private void edit(int at) {
    SymbolSource old = symbols.get(at);
    SymbolSource other = symbols.get(random.nextInt(symbols.size()));
    switch (random.nextInt(34)) {
      case 0 -> symbols.remove(at);
      case 1 -> symbols.add(SymbolEdits.renamed(old, old.name(), of(NAMES)));
      case 2 -> symbols.set(at, SymbolEdits.with(old, other.declarations()));
      case 3 ->
          symbols.set(
              at, SymbolEdits.signature(old, of(List.of("Units", "Tensor", "Scalar", "int")), 0));
      case 4 -> symbols.set(at, SymbolEdits.signature(old, old.returns(), 1));
      case 5 ->
          symbols.set(at, SymbolEdits.inherited(old, Optional.empty(), Optional.of("AlsoIn")));
      case 6, 7 -> {
        SymbolSource now =
            random.nextBoolean() ? SymbolEdits.with(old, other.declarations()) : declared(old);
        symbols.set(at, SymbolEdits.inherited(now, Optional.of(old), Optional.empty()));
      }
      case 8, 9, 10 -> {
        String name = of(NAMES);
        symbols.replaceAll(s -> SymbolEdits.renamed(s, old.name(), name));
      }
      case 11 -> kernel = Text.of(of(KERNELS).isEmpty() ? kernel.value() : of(KERNELS));
      case 12 -> {
        int is = new DeclarationEdits(random, names).size();
        sizes.add(new SizeSource(Text.of(old.name()), is, Origin.NOWHERE));
      }
      case 13, 14, 15, 16, 17 -> symbols.set(at, declared(old));
      case 18, 19 -> new KindEdits(random, symbols).real(old);
      case 20, 21 -> new KindEdits(random, symbols).computed(old);
      default -> formula();
    }
  }

  private void formula() {
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      if (symbols.get(i).formula().isPresent()) {
        some.add(i);
      }
    }
    if (!some.isEmpty()) {
      int at = some.get(random.nextInt(some.size()));
      FormulaEdits formulas = new FormulaEdits(random, names);
      symbols.set(at, SymbolEdits.formulas(symbols.get(at), formulas::edit));
    }
  }

  private SymbolSource declared(SymbolSource old) {
    DeclarationEdits edits = new DeclarationEdits(random, names);
    return SymbolEdits.with(old, old.declarations().stream().map(edits::edit).toList());
  }

  private String of(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
