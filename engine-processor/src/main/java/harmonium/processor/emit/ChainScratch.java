package harmonium.processor.emit;

import harmonium.kernel.Rows;
import harmonium.processor.plan.Draws;
import harmonium.processor.plan.Plan;
import harmonium.processor.plan.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What chains side by side work with, beside their sums: fields of whole numbers. A block of 16
 * chains has the room of its 16 rows, and lays out there what it likes; {@code lane_rests} alone
 * outlasts a call.
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
        new Field("lane_layers", 2),
        new Field("lane_counts", counts()),
        new Field("lane_rests", squeezed().isPresent() ? 1 : 0),
        new Field("lane_units", units()),
        new Field("lane_uniforms", uniforms()),
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
    return squeezed().map(s -> s.terms().size()).orElse(0);
  }

  /** Of {@code lane_units}, a row: of 16, the length of a list, the list, and one unit more. */
  private int units() {
    return squeezed().map(s -> (s.axis().size() + Statement.Columns.TILE + 1 + 15) / 16).orElse(0);
  }

  /** Index of the first unit of the list of a block, or of a pair of blocks. */
  String list() {
    return "%s * %d + 1".formatted(places.step(0), units());
  }

  /**
   * Of {@code lane_uniforms}, a row: a number for each unit of a list that is full. They lie as the
   * units of a block do, but in the order of the list.
   */
  private int uniforms() {
    return squeezed().map(s -> Plan.padded(s.axis().size())).orElse(0);
  }

  private int words(Statement.Sample s) {
    return s.terms().stream().mapToInt(t -> 2 * Fields.words(places, t.left().name())).sum();
  }

  /** The draw of the visible units, if some of them are left out. */
  private Optional<Statement.Sample> squeezed() {
    return draws().filter(places.plan()::squeezed).findFirst();
  }

  private Stream<Statement.Sample> draws() {
    return Draws.of(places.plan().statements()).filter(places.plan()::byColumns);
  }
}
