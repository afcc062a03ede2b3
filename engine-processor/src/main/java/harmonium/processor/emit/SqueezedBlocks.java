package harmonium.processor.emit;

import harmonium.processor.plan.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes how chains side by side are drawn while units are left out ({@link
 * harmonium.kernel.Squeeze}): a local {@code squeeze} tells whether they are.
 */
final class SqueezedBlocks {
  private final Places places;
  private final Statement.Sample sample;
  private final PartOfDraw parts;
  private final VectorSqueeze squeeze;
  private final VectorColumns columns;
  private final VectorLanes lanes;
  private final ChainScratch scratch;

  SqueezedBlocks(Places places, Statement.Sample sample, PartOfDraw parts) {
    this.places = places;
    this.sample = sample;
    this.parts = parts;
    squeeze = new VectorSqueeze(places);
    columns = new VectorColumns(places);
    lanes = new VectorLanes(places);
    scratch = new ChainScratch(places);
  }

  /** Writes a method that belongs to the draw, and returns its name. */
  interface PartOfDraw {
    String write(String what, Class<?> returns, List<String> indices, Consumer<Code> body);
  }

  /** Before the first sweep. */
  void begin(Code code) {
    String least = part("least", List.of("t", "n"), c -> squeeze.least(c, sample));
    code.line(
        "boolean squeeze = Squeeze.begins(k.%s, k.lane_rests, from + %d);",
        places.point(sample), places.plan().past());
    code.open("for (int t = from; squeeze && t < to; t += 16)");
    code.line("%s(k, t, Math.min(16, to - t));", least);
    code.close();
  }

  /** The units that may be on are listed and drawn; and is it worth while to go on so? */
  void sweep(Code code) {
    List<String> block = List.of("t");
    String two = parts.write("list_2", int.class, block, c -> squeeze.list(c, sample, 2));
    String one = parts.write("list_1", int.class, block, c -> squeeze.list(c, sample, 1));
    String lists = part("lists", List.of("from", "to"), this::lists);
    code.open("if (squeeze)");
    code.line("int listed = 0;");
    code.open("for (int t = from; t < to; t += 32)");
    code.line("listed += t + 16 < to ? %s(k, t) : %s(k, t);", two, one);
    code.close();
    code.line("%s(k, from, to);", lists);
    code.line(
        "squeeze = Squeeze.pays(listed, %d, from, to, k.lane_rests, from + %d);",
        sample.axis().size(), places.plan().past());
    code.close();
  }

  /** A tile of each pair's list, then the next: the lists are much alike, and so are the tables. */
  private void lists(Code code) {
    List<String> tile = List.of("t", "list");
    String two = part("listed_2", tile, c -> sums(c, 2));
    String one = part("listed_1", tile, c -> sums(c, 1));
    List<String> draws = List.of("t", "list", "i");
    String draw = part("draw_listed", draws, c -> lanes.drawListed(c, sample));
    code.line("final int[] lane_units = k.lane_units;");
    code.open("for (int i = 0; i < %d; i += %d)", sample.axis().size(), Statement.Columns.TILE);
    code.open("for (int t = from; t < to; t += 32)");
    code.line("int list = %s;", scratch.list());
    code.open("if (i < lane_units[list - 1])");
    code.open("if (t + 16 < to)");
    code.line("%s(k, t, list + i);", two);
    code.line("%s(k, t, list + i, i);", draw);
    code.line("%s(k, t + 16, list + i, i);", draw);
    code.close().open("else");
    code.line("%s(k, t, list + i);", one);
    code.line("%s(k, t, list + i, i);", draw);
    code.close().close().close().close();
  }

  private void sums(Code code, int blocks) {
    Fields fields = new Fields(places).whole("lane_units");
    columns.sums(code, sample, blocks, u -> "lane_units[list + %d]".formatted(u), fields);
  }

  private String part(String what, List<String> indices, Consumer<Code> body) {
    return parts.write(what, void.class, indices, body);
  }
}
