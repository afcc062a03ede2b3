package harmonium.processor.check;

import harmonium.processor.parse.Ast;
import java.util.List;
import java.util.stream.Stream;

/** Finds the names in a formula. */
final class References {
  private References() {}

  /** Every mention of a symbol, from left to right. */
  static List<Ast.Name> in(Ast ast) {
    return walk(ast).toList();
  }

  private static Stream<Ast.Name> walk(Ast ast) {
    return ast instanceof Ast.Name name
        ? Stream.of(name)
        : ast.parts().stream().flatMap(References::walk);
  }
}
