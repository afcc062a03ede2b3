package harmonium.processor.emit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Java names of what a model names. A name is kept to the letter unless generated code needs it for
 * itself; then it gets underscores.
 */
final class JavaNames {
  private static final Set<String> OWN =
      Set.of(
          "java",
          "jdk",
          "List",
          "Layer",
          "Blueprint",
          "Schedule",
          "Pass",
          "UnitType",
          "Outputs",
          "SequenceKernel",
          "FloatVector",
          "IntVector",
          "VectorOperators",
          "VectorMask",
          "VectorSpecies",
          "RandomStream",
          "FixedPoint",
          "TableChoice",
          "Squeeze",
          "ScalarMath",
          "Math",
          "Float",
          "Integer",
          "Long",
          "System",
          "Arrays",
          "Parameters",
          "Lanes",
          "Team",
          "Call",
          "Kernel",
          "KernelFactory",
          "Tensor",
          "Units",
          "Scalar",
          "String",
          "IllegalArgumentException",
          "k",
          "t",
          "i",
          "j",
          "w",
          "from",
          "to",
          "row",
          "bits",
          "word",
          "theta",
          "call",
          "now",
          "F",
          "I",
          "ADDENDS",
          "MULTIPLIERS",
          "ZERO",
          "gradient",
          "counter",
          "start",
          "first",
          "spread",
          "changed",
          "dy",
          "end",
          "half",
          "l",
          "lane",
          "s",
          "slope",
          "top",
          "total",
          "y",
          "key",
          "layer",
          "lower",
          "upper",
          "draw",
          "lanes",
          "tree",
          "sum",
          "x",
          "sweep",
          "steps",
          "scale",
          "heat",
          "rows",
          "number",
          "series",
          "mask",
          "blueprint",
          "parameters",
          "team",
          "schedule",
          "outputs",
          "capacity",
          "seed",
          "update",
          "prepared",
          "chained",
          "SCHEDULE",
          "BLUEPRINT",
          "OUTPUTS",
          "d",
          "at",
          "value",
          "target",
          "reach",
          "reaches",
          "most",
          "on",
          "group",
          "groups",
          "least",
          "point",
          "shift",
          "limit",
          "lane_words",
          "lane_keys",
          "lane_layers",
          "lane_drawn",
          "lane_table",
          "lane_counts",
          "lane_rests",
          "lane_units",
          "lane_uniforms",
          "table",
          "last",
          "over",
          "n",
          "unit",
          "r",
          "drawn");

  /** Numbered locals: accumulators, operands and temporaries. */
  private static final Pattern NUMBERED = Pattern.compile("[a-z]\\d.*");

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * The Java name; the same for the same name of the same kind, and for no other.
   *
   * @param kind what it names, such as a series or the bits of a layer
   */
  String of(String kind, String name) {
    return names.computeIfAbsent(
        kind + " " + name,
        key -> {
          // Underscores behind it would leave a numbered name a numbered one.
          String java = NUMBERED.matcher(name).matches() ? "_" + name : name;
          while (OWN.contains(java) || !taken.add(java)) {
            java += "_";
          }
          return java;
        });
  }
}
