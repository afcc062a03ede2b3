package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Statement;
import harmonium.processor.plan.Term;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * Writes the sweeps of chains side by side, as many blocks of 16 as there are. At each sweep the
 * layers that can be drawn in lanes are, if enough units are on for that to pay; the others, chain
 * after chain.
 */
final class ChainBlocks {
  private static final List<String> RANGE = List.of("from", "to");

  private final ClassName kernel;
  private final Places places;
  private final TypeSpec.Builder type;
  private final WidthWriter chains;
  private final VectorColumns columns;
  private final VectorLanes lanes;
  private final Set<String> written;

  ChainBlocks(
      Places places,
      ClassName kernel,
      TypeSpec.Builder type,
      WidthWriter chains,
      Set<String> written) {
    this.places = places;
    this.kernel = kernel;
    this.type = type;
    this.chains = chains;
    this.written = written;
    columns = new VectorColumns(places);
    lanes = new VectorLanes(places);
  }

  /** Name of the method of the chains from one row to another. */
  String write(Statement.Chain s) {
    return method(s.dest() + "_side_by_side", void.class, RANGE, code -> sweeps(code, s));
  }

  private void sweeps(Code code, Statement.Chain s) {
    eachRow(code, "t", row -> chains.starts(s.sweep()).forEach(n -> row.line("%s(k, t);", n)));
    String keys = method("lanes_keys", void.class, List.of("t", "n"), lanes::keys);
    eachBlock(code, block -> block.line("%s(k, t, n);", keys));
    for (Statement.Sample sample : s.sweep()) {
      if (places.plan().byColumns(sample)) {
        String start = part(sample, "start", List.of("t", "n"), c -> lanes.start(c, sample));
        eachBlock(code, block -> block.line("%s(k, t, n);", start));
      }
      if (places.plan().squeezed(sample)) {
        squeezed(sample).begin(code);
      }
    }
    WidthWriter.sweeps(
        code,
        s,
        (sample, counter) -> {
          code.open("");
          code.line("int counter = %s;", counter);
          if (places.plan().byColumns(sample)) {
            String pays = part(sample, "pay", boolean.class, RANGE, c -> lanes.pays(c, sample));
            code.open("if (%s(k, from, to))", pays);
            inLanes(code, sample);
            code.close().open("else");
          }
          eachRow(
              code,
              "t",
              row ->
                  row.line("%s(k, t, from, k.now.rowKey(t), counter);", chains.drawName(sample)));
          if (places.plan().byColumns(sample)) {
            code.close();
          }
          code.close();
        });
  }

  private void inLanes(Code code, Statement.Sample s) {
    List<String> block = List.of("t", "n");
    String turn = part(s, "turn", block, c -> lanes.turn(c, s));
    eachBlock(code, b -> b.line("%s(k, t, n);", turn));
    String keys = method("lanes_layer_keys", void.class, List.of("t", "counter"), lanes::layerKeys);
    eachRow(code, "t", " += 16", b -> b.line("%s(k, t, counter);", keys));
    if (places.plan().squeezed(s)) {
      squeezed(s).sweep(code);
      code.open("else");
      tiles(code, s);
      code.close();
    } else {
      tiles(code, s);
    }
    String back = part(s, "back", block, c -> lanes.back(c, s));
    eachBlock(code, b -> b.line("%s(k, t, n);", back));
  }

  private SqueezedBlocks squeezed(Statement.Sample s) {
    return new SqueezedBlocks(places, s, (what, type, in, body) -> part(s, what, type, in, body));
  }

  /** All units, tile after tile. */
  private void tiles(Code code, Statement.Sample s) {
    int width = new Statement.Columns(s.terms().getFirst().matrix()).width();
    code.open("for (int j = 0; j < %d; j += %d)", width, Statement.Columns.TILE);
    if (Draws.packed(s)) {
      s.terms().forEach(term -> partsOfSums(code, s, term));
    } else {
      String two = part(s, "sums_2", List.of("t", "j"), c -> tile(c, s, 2));
      String one = part(s, "sums_1", List.of("t", "j"), c -> tile(c, s, 1));
      pairs(code, two + "(k, t, j);", one + "(k, t, j);");
    }
    String draw = part(s, "draw", List.of("t", "j"), c -> lanes.draw(c, s));
    eachRow(code, "t", " += 16", b -> b.line("%s(k, t, j);", draw));
    code.close();
  }

  /** The units of a tile follow each other. */
  private void tile(Code code, Statement.Sample s, int blocks) {
    columns.sums(code, s, blocks, u -> u == 0 ? "j" : "j + " + u, new Fields(places));
  }

  /** Part after part of the table of a term is made, and looked up for all chains. */
  private void partsOfSums(Code code, Statement.Sample s, Term term) {
    String n = String.valueOf(s.terms().indexOf(term));
    List<String> indices = List.of("t", "j", "w", "table");
    String two = part(s, "sums_2_" + n, indices, c -> columns.partOfSums(c, s, term, 2));
    String one = part(s, "sums_1_" + n, indices, c -> columns.partOfSums(c, s, term, 1));
    Statement.Columns table = new Statement.Columns(term.matrix());
    code.open("for (int w = 0; w < %d; w += %d)", (table.groups() + 7) / 8, VectorColumns.WORDS);
    if (table.packed()) {
      String build = part(s, "build_" + n, List.of("t", "j", "w"), c -> columns.build(c, term));
      code.line("%s(k, from, j, w);", build);
    }
    pairs(code, two + "(k, t, j, w, from);", one + "(k, t, j, w, from);");
    code.close();
  }

  /** Two blocks at a time, and the last alone if it is left. */
  private static void pairs(Code code, String two, String one) {
    code.open("");
    code.line("int t = from;");
    code.open("for (; t + 16 < to; t += 32)");
    code.line(two);
    code.close();
    code.open("if (t < to)");
    code.line(one);
    code.close().close();
  }

  private static void eachRow(Code code, String row, Consumer<Code> lines) {
    eachRow(code, row, "++", lines);
  }

  private static void eachRow(Code code, String row, String step, Consumer<Code> lines) {
    code.open("for (int %s = from; %s < to; %s%s)", row, row, row, step);
    lines.accept(code);
    code.close();
  }

  /** Blocks with their number of chains {@code n}. */
  private static void eachBlock(Code code, Consumer<Code> lines) {
    eachRow(
        code,
        "t",
        " += 16",
        block -> {
          block.line("int n = Math.min(16, to - t);");
          lines.accept(block);
        });
  }

  private String part(Statement.Sample s, String what, List<String> indices, Consumer<Code> body) {
    return part(s, what, void.class, indices, body);
  }

  private String part(
      Statement.Sample s,
      String what,
      Class<?> returns,
      List<String> indices,
      Consumer<Code> body) {
    return method("lanes_" + s.dest() + "_" + what, returns, indices, body);
  }

  /** Adds a method, unless it is there: several draws of a sweep share some. */
  private String method(String wish, Class<?> returns, List<String> indices, Consumer<Code> body) {
    String name = places.method(wish);
    if (written.add(name)) {
      Code code = new Code();
      body.accept(code);
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(returns)
              .addParameter(kernel, "k");
      indices.forEach(index -> method.addParameter(int.class, index));
      type.addMethod(method.addCode(code.block()).build());
    }
    return name;
  }
}
