package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * What chains side by side work with, beside their sums: fields of whole numbers. A block of 16
 * chains has the room of its 16 rows, and lays out there what it likes.
 */
final class ChainScratch {
  private final Places places;

  ChainScratch(Places places) {
    this.places = places;
  }

  /** A field with room for so many whole numbers for each row. */
  record Field(String name, int row) {}

  List<Field> fields() {
    return List.of(
        new Field("lane_words", words()),
        new Field("lane_drawn", drawn()),
        new Field("lane_keys", 2),
        new Field("lane_counts", counts()),
        new Field("lane_rests", counts() > 0 ? 1 : 0),
        new Field("lane_units", squeezed().mapToInt(ChainScratch::units).max().orElse(0)),
        new Field(
            "lane_table",
            draws().anyMatch(Draws::packed) ? VectorColumns.PART / Rows.FEWEST_CHAINS : 0));
  }

  /** Of {@code lane_words}, a row: words of 32 bits of the layers read. */
  int words() {
    return draws().mapToInt(this::words).max().orElse(0);
  }

  /** Of {@code lane_drawn}, a row: words of 32 bits of the layer drawn. */
  int drawn() {
    return draws().mapToInt(s -> 2 * Plan.words(s.axis().size())).max().orElse(0);
  }

  /** Of {@code lane_counts}, a row: a count of units that are on for each layer read. */
  int counts() {
    return squeezed().mapToInt(s -> s.terms().size()).max().orElse(0);
  }

  /** Of {@code lane_units}, a row: of 16, the length of a list, the list, and one unit more. */
  private static int units(Statement.Sample s) {
    return (new Statement.Columns(s.terms().getFirst().matrix()).width() + 2 + 15) / 16;
  }

  /** Index of the first unit of the list of a block, or of a pair of blocks. */
  String list() {
    int row = squeezed().mapToInt(ChainScratch::units).max().orElse(0);
    return "%s * %d + 1".formatted(places.step(0), row);
  }

  private int words(Statement.Sample s) {
    return s.terms().stream().mapToInt(t -> 2 * Fields.words(places, t.left().name())).sum();
  }

  private Stream<Statement.Sample> squeezed() {
    return draws().filter(places.plan()::squeezed);
  }

  private Stream<Statement.Sample> draws() {
    return Draws.of(places.plan().statements()).filter(places.plan()::byColumns);
  }
}
