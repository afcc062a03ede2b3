package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells JavaPoet which words of a text are types. It then imports them, those of {@code java.lang}
 * too, or qualifies them where the import would not do: the package of a model may hold a {@code
 * Math} of its own.
 */
final class TypeNames {
  private static final Map<String, ClassName> TYPES = new TreeMap<>();

  static {
    add("java.lang", "Float", "IllegalArgumentException", "Integer", "Long", "Math", "System");
    add("java.util", "Arrays");
    add("harmonium.api", "UnitType");
    add(
        "harmonium.kernel",
        "TableChoice",
        "FixedPoint",
        "Layer",
        "RandomStream",
        "ScalarMath",
        "Squeeze");
    add("jdk.incubator.vector", "FloatVector", "IntVector", "VectorMask", "VectorOperators");
  }

  /** Texts in quotes and comments come first, so that nothing is found within them. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\"[^\"]*\"|//[^\n]*|\\b(?<type>" + String.join("|", TYPES.keySet()) + ")\\b");

  private TypeNames() {}

  private static void add(String pack, String... names) {
    for (String name : names) {
      TYPES.put(name, ClassName.get(pack, name));
    }
  }

  /** The text with its types as types. */
  static CodeBlock in(String text) {
    CodeBlock.Builder block = CodeBlock.builder();
    int done = 0;
    Matcher words = WORDS.matcher(text);
    while (words.find()) {
      if (words.group("type") != null) {
        block.add("$L$T", text.substring(done, words.start()), TYPES.get(words.group("type")));
        done = words.end();
      }
    }
    return block.add("$L", text.substring(done)).build();
  }
}
