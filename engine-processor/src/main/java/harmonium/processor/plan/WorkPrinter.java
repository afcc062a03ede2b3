package harmonium.processor.plan;

import harmonium.kernel.Pass;
import harmonium.processor.ir.Axis;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The printable form of what a step costs: operations, registers and memory. */
final class WorkPrinter {
  private static final int[] LANES = {16, 8, 4};

  private WorkPrinter() {}

  /** Operations of each pass at a step, the widest of a row, and what a step keeps. */
  static String print(Plan plan) {
    StringBuilder text = new StringBuilder();
    line(text, "# work of a step", "multiply-adds", "additions of rows", "functions");
    for (Pass pass : Pass.values()) {
      Work work = Work.of(plan, pass);
      if (!work.equals(Work.NONE)) {
        line(
            text,
            pass == Pass.CHAIN ? pass + ", each sweep" : pass.toString(),
            count(work.products()),
            count(work.gathered()),
            count(work.functions()));
      }
    }
    text.append("additions: if all units were on; functions: with the draws, at most\n");
    registers(text, plan);
    return text.toString();
  }

  private static void registers(StringBuilder text, Plan plan) {
    line(text, "# accumulators of a tile", "512 bits", "256 bits", "128 bits");
    SortedMap<String, Axis> axes = new TreeMap<>();
    plan.vectors().values().forEach(axis -> axes.put(axis.name(), axis));
    plan.layers().values().forEach(axis -> axes.put(axis.name(), axis));
    for (Axis axis : axes.values()) {
      String name = axis.name() + " [" + axis.size() + "]";
      line(text, name + ", one step", tiles(axis, 0, 1), tiles(axis, 1, 1), tiles(axis, 2, 1));
      if (plan.means().contains(Means.BLOCKS)) {
        int rows = Tiles.ROWS;
        line(
            text,
            name + ", " + rows + " together",
            tiles(axis, 0, rows),
            tiles(axis, 1, rows),
            tiles(axis, 2, rows));
      }
    }
  }

  /** Such as {@code 2 of 4 x 5, 4 x 1}: two tiles of 4 rows by 5 vectors, one of 4 by 1. */
  private static String tiles(Axis axis, int width, int rows) {
    int lanes = LANES[width];
    Tiles tiles =
        Tiles.of(
            Plan.padded(axis.size()) / lanes,
            rows == 1 ? Tiles.oneRow(lanes) : Tiles.ofBlock(lanes));
    String by = rows == 1 ? "" : rows + " x ";
    return (tiles.count() == 1 ? "" : tiles.count() + " of ")
        + by
        + tiles.width()
        + (tiles.rest() == 0 ? "" : ", " + by + tiles.rest());
  }

  private static void line(StringBuilder text, String name, String... columns) {
    text.append("%-24s".formatted(name));
    for (String column : columns) {
      text.append("%18s".formatted(column));
    }
    text.append('\n');
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
