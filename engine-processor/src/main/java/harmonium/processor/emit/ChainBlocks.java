package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * Writes the sweeps of 16 or 32 chains side by side. At each sweep the layers that can be drawn in
 * lanes are, if enough units are on for that to pay; the others, chain after chain.
 */
final class ChainBlocks {
  private final ClassName kernel;
  private final Places places;
  private final TypeSpec.Builder type;
  private final WidthWriter chains;
  private final VectorColumns columns;
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
  }

  /**
   * Name of the method of a block.
   *
   * @param blocks how many blocks of 16 chains it works on
   */
  String write(Statement.Chain s, int blocks) {
    int count = blocks * VectorColumns.CHAINS;
    Code code = new Code();
    code.open("for (int r = t; r < t + %d; r++)", count);
    chains.starts(s.sweep()).forEach(name -> code.line("%s(k, r);", name));
    code.close();
    for (Statement.Sample sample : s.sweep()) {
      if (Draws.byColumns(sample)) {
        String start = part(sample, "start", columns::start);
        each(code, blocks, offset -> code.line("%s(k, t%s);", start, offset));
      }
    }
    WidthWriter.sweeps(
        code,
        s,
        (sample, counter) -> {
          code.open("");
          code.line("int counter = %s;", counter);
          if (Draws.byColumns(sample)) {
            code.open("if (%s(k, t))", pays(sample));
            inLanes(code, sample, blocks);
            code.close().open("else");
          }
          code.open("for (int r = t; r < t + %d; r++)", count);
          code.line(
              "%s(k, r, RandomStream.rowKey(k.now.key, r), counter);", chains.drawName(sample));
          code.close();
          if (Draws.byColumns(sample)) {
            code.close();
          }
          code.close();
        });
    return method(s.dest() + "_of_" + count, void.class, List.of("t"), code);
  }

  private String pays(Statement.Sample s) {
    Code code = new Code();
    columns.count(code, s);
    code.line("return on > %d;", columns.worth(s));
    return method("lanes_" + s.dest() + "_pay", boolean.class, List.of("t"), code);
  }

  private void inLanes(Code code, Statement.Sample s, int blocks) {
    String turn = part(s, "turn", columns::turn, "counter");
    String sums = part(s, "sums_" + blocks, (c, sample) -> columns.sums(c, sample, blocks), "j");
    String draw = part(s, "draw", columns::draw);
    each(code, blocks, offset -> code.line("%s(k, t%s, counter);", turn, offset));
    int width = new Statement.Columns(s.terms().getFirst().matrix()).width();
    code.open("for (int j = 0; j < %d; j += %d)", width, Statement.Columns.TILE);
    code.line("%s(k, t, j);", sums);
    code.close();
    each(code, blocks, offset -> code.line("%s(k, t%s);", draw, offset));
  }

  private static void each(Code code, int blocks, Consumer<String> line) {
    for (int b = 0; b < blocks; b++) {
      line.accept(b == 0 ? "" : " + " + b * VectorColumns.CHAINS);
    }
  }

  private String part(
      Statement.Sample s, String what, BiConsumer<Code, Statement.Sample> body, String... further) {
    Code code = new Code();
    body.accept(code, s);
    List<String> indices = new ArrayList<>(List.of("t"));
    indices.addAll(List.of(further));
    return method("lanes_" + s.dest() + "_" + what, void.class, indices, code);
  }

  /** Adds a method, unless it is there: blocks of 16 and of 32 share most. */
  private String method(String wish, Class<?> returns, List<String> indices, Code code) {
    String name = places.method(wish);
    if (written.add(name)) {
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
