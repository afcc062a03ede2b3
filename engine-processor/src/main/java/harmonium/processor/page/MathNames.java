package harmonium.processor.page;

import harmonium.processor.ir.Axis;
import harmonium.processor.ir.Program;
import harmonium.processor.ir.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sets names as the papers do: {@code Wuh} as W with the index uh, {@code bv_t} as b with the index
 * v and (t) above, {@code sampled_v} as v with a star, {@code d_x} as the derivative by x.
 */
final class MathNames {
  /** Stands before what the cost is derived by. */
  static final String D = "<mo rspace='0'>∂</mo>";

  private static final String STEP = "_t";

  private final Set<String> symbols = new HashSet<>();
  private final Set<String> series = new HashSet<>();
  private final Set<String> parameters = new HashSet<>();
  private final List<String> axes;

  MathNames(Program program) {
    program.symbols().forEach(s -> symbols.add(s.name()));
    program.parameters().forEach(s -> parameters.add(s.name()));
    program.series().forEach(s -> series.add(s.name()));
    axes =
        program.symbols().stream()
            .flatMap(s -> s.shape().axes().stream())
            .map(Axis::name)
            .distinct()
            // The longest first, so that "chord" is not read as c, h and more.
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    program.all(Symbol.UnitLayer.class).forEach(s -> series.add(s.name()));
  }

  /** A name so many steps back. */
  String set(String name, int lag) {
    return set(name, lag, new ArrayList<>());
  }

  private String set(String name, int lag, List<String> above) {
    if (symbols.contains(name)) {
      boolean step = series.contains(name) && name.endsWith(STEP) && name.length() > 2;
      return raised(base(step ? without(name, STEP) : name), step || lag != 0, lag, above);
    }
    if (name.length() > 1 && name.endsWith("_")) {
      return set(without(name, "_"), lag, with(above, "<mo>′</mo>"));
    }
    if (name.startsWith("d_")) {
      return group(D + set(name.substring(2), lag, above));
    }
    if (name.startsWith("d(")) {
      return group(D + set(name.substring(2, name.length() - 1), lag, above));
    }
    for (String suffix : List.of("_sampled", "_held", "_in")) {
      if (name.endsWith(suffix)) {
        return set(without(name, suffix), lag, with(above, mark(suffix.substring(1))));
      }
    }
    for (String prefix : List.of("sampled_", "held_", "next_")) {
      if (name.startsWith(prefix)) {
        String what = prefix.substring(0, prefix.length() - 1);
        return set(name.substring(prefix.length()), lag, with(above, mark(what)));
      }
    }
    if (name.equals("free_energy")) {
      return raised(new Base(word("F"), ""), lag != 0, lag, above);
    }
    int end = name.indexOf('_');
    if (name.endsWith(STEP) || end <= 0) {
      String word = word(name.endsWith(STEP) ? without(name, STEP) : name);
      return raised(new Base(word, ""), lag != 0, lag, above);
    }
    String index = set(name.substring(end + 1), 0, new ArrayList<>());
    return raised(new Base(word(name.substring(0, end)), index), lag != 0, lag, above);
  }

  private static String mark(String what) {
    return what.equals("sampled") ? "<mo>*</mo>" : "<mtext>" + what + "</mtext>";
  }

  private static List<String> with(List<String> above, String mark) {
    List<String> all = new ArrayList<>(List.of(mark));
    all.addAll(above);
    return all;
  }

  /** A letter or word and what stands below it; empty for nothing. */
  private record Base(String core, String below) {}

  private static String raised(Base base, boolean step, int lag, List<String> above) {
    List<String> all = new ArrayList<>(above);
    if (step) {
      all.add(step(lag));
    }
    String raised = group(String.join("<mspace width='0.15em'/>", all));
    if (base.below.isEmpty()) {
      return all.isEmpty() ? base.core : "<msup>" + base.core + raised + "</msup>";
    }
    return all.isEmpty()
        ? "<msub>" + base.core + base.below + "</msub>"
        : "<msubsup>" + base.core + base.below + raised + "</msubsup>";
  }

  private static String step(int lag) {
    String by =
        lag == 0 ? "" : (lag > 0 ? "<mo>−</mo>" : "<mo>+</mo>") + "<mn>" + Math.abs(lag) + "</mn>";
    return "<mo stretchy='false'>(</mo><mi>t</mi>" + by + "<mo stretchy='false'>)</mo>";
  }

  /** A name without a step: one letter with an index, or a word. */
  private Base base(String name) {
    int letter = name.offsetByCodePoints(0, 1);
    String core = word(name.substring(0, letter));
    String index = name.substring(letter);
    index = index.startsWith("_") ? index.substring(1) : index;
    List<String> parts = new ArrayList<>();
    if (index.isEmpty()) {
      return new Base(core, "");
    }
    if (split(index, parts)) {
      return new Base(core, group(String.join("", parts)));
    }
    if (index.matches("[0-9]+")) {
      return new Base(core, "<mn>" + index + "</mn>");
    }
    // Named after a layer that a variant of the model calls otherwise.
    if (parameters.contains(name) && index.matches("[a-z]{1,2}")) {
      index.chars().forEach(c -> parts.add(word(Character.toString(c))));
      return new Base(core, group(String.join("", parts)));
    }
    int end = name.indexOf('_');
    return end > 0 && end < name.length() - 1
        ? new Base(word(name.substring(0, end)), word(name.substring(end + 1)))
        : new Base(word(name), "");
  }

  /** Whether an index is made of names of axes; they become its parts. */
  private boolean split(String index, List<String> parts) {
    if (index.isEmpty()) {
      return true;
    }
    for (String axis : axes) {
      if (index.startsWith(axis)) {
        parts.add(word(axis));
        if (split(index.substring(axis.length()), parts)) {
          return true;
        }
        parts.removeLast();
      }
    }
    return false;
  }

  /** One letter is set in italics, a word upright, by themselves. */
  static String word(String name) {
    return "<mi>" + escaped(name) + "</mi>";
  }

  static String group(String inner) {
    return "<mrow>" + inner + "</mrow>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String without(String name, String suffix) {
    return name.substring(0, name.length() - suffix.length());
  }
}
