package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells JavaPoet which words of a text are types. It then imports them, those of {@code java.lang}
 * too, or qualifies them where the import would not do: the package of a model may hold a {@code
 * Math} of its own.
 */
final class TypeNames {
  private static final Map<String, ClassName> TYPES = new HashMap<>();

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

  private TypeNames() {}

  private static void add(String pack, String... names) {
    for (String name : names) {
      TYPES.put(name, ClassName.get(pack, name));
    }
  }

  /** The text with its types as types; what stands in quotes or in comments is none. */
  static CodeBlock in(String text) {
    CodeBlock.Builder block = CodeBlock.builder();
    int done = 0;
    int end;
    for (int at = 0; at < text.length(); at = end) {
      if (text.charAt(at) == '"') {
        end = behind(text, "\"", at + 1);
      } else if (text.startsWith("//", at)) {
        end = behind(text, "\n", at);
      } else {
        end = word(text, at);
        ClassName type = TYPES.get(text.substring(at, end));
        if (type != null) {
          block.add("$L$T", text.substring(done, at), type);
          done = end;
        }
      }
    }
    return block.add("$L", text.substring(done)).build();
  }

  private static int behind(String text, String closing, int from) {
    int at = text.indexOf(closing, from);
    return at < 0 ? text.length() : at + closing.length();
  }

  /** The end of the word that begins there, or of the one character that begins none. */
  private static int word(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return Math.max(end, from + 1);
  }
}
