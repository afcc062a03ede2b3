package harmonium.processor.plan;

/**
 * How a row of vectors is cut into tiles whose accumulators stay in registers: {@code count} tiles
 * of {@code width} vectors, then one of {@code rest}.
 *
 * @param count number of equal tiles
 * @param width vectors of each
 * @param rest vectors of the last, narrower tile; 0 for none
 */
public record Tiles(int count, int width, int rest) {
  /**
   * As few tiles as the registers allow, as equal as can be.
   *
   * @param vectors vectors of the row
   * @param limit accumulators that stay in registers
   */
  public static Tiles of(int vectors, int limit) {
    int passes = (vectors + limit - 1) / limit;
    int width = (vectors + passes - 1) / passes;
    return new Tiles(vectors / width, width, vectors % width);
  }

  /** Vectors of a tile where all are to be equal: the most within the limit that divide the row. */
  public static int dividing(int vectors, int limit) {
    int width = Math.min(vectors, limit);
    while (vectors % width != 0) {
      width--;
    }
    return width;
  }

  /** Accumulators of one row that stay in registers: of 32 registers with 512 bits, else of 16. */
  public static int oneRow(int lanes) {
    return lanes == 16 ? 12 : 8;
  }

  /** Vectors of each of {@link #ROWS} rows that stay in registers. */
  public static int ofBlock(int lanes) {
    return lanes == 16 ? 5 : 2;
  }

  /** Rows of a block: each load of a matrix serves this many. */
  public static final int ROWS = 4;
}
