package harmonium.kernel;

/** {@link RandomStream} with a mistake in what a number is made from. */
enum KeyFlaw implements Stream {
  /** The seed counts for nothing. */
  NO_SEED {
    @Override
    public long key(long seed, long update) {
      return RandomStream.key(0, update);
    }
  },

  /** The upper half of the seed counts for nothing. */
  HALF_A_SEED {
    @Override
    public long key(long seed, long update) {
      return RandomStream.key((int) seed, update);
    }
  },

  /** The sign of the seed counts for nothing. */
  SEED_WITHOUT_SIGN {
    @Override
    public long key(long seed, long update) {
      return RandomStream.key(seed & Long.MAX_VALUE, update);
    }
  },

  /** The update counts for nothing. */
  NO_UPDATE {
    @Override
    public long key(long seed, long update) {
      return RandomStream.key(seed, 0);
    }
  },

  /** Every other update is as the one before. */
  UPDATES_TAKE_TURNS {
    @Override
    public long key(long seed, long update) {
      return RandomStream.key(seed, update & 1);
    }
  },

  /** Seed and update are added up. */
  SEED_PLUS_UPDATE {
    @Override
    public long key(long seed, long update) {
      return RandomStream.key(seed + update, 0);
    }
  },

  /** Update and row are added up. */
  UPDATE_PLUS_ROW {
    @Override
    public long key(long seed, long update) {
      return update;
    }

    @Override
    public long rowKey(long key, int row) {
      return RandomStream.rowKey(0, (int) key + row);
    }
  },

  /** Three rows take turns. */
  ROWS_TAKE_TURNS {
    @Override
    public long rowKey(long key, int row) {
      return RandomStream.rowKey(key, row % 3);
    }
  },

  /** Rows draw the same with a shift of one unit. */
  ROW_PLUS_UNIT {
    @Override
    public long rowKey(long key, int row) {
      return key & ~0xffL | row & 0xff;
    }

    @Override
    public long layerKey(long rowKey, int counter) {
      return rowKey;
    }

    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits(layerKey & ~0xffL, unit + (int) (layerKey & 0xff));
    }
  },

  /** Blocks of 16 rows draw the same. */
  BLOCKS_OF_ROWS {
    @Override
    public long rowKey(long key, int row) {
      return RandomStream.rowKey(key, row & 15);
    }
  },

  /** Vectors of 16 units draw the same. */
  VECTORS_OF_UNITS {
    @Override
    public int bits(long layerKey, int unit) {
      return RandomStream.bits(layerKey, unit & 15);
    }
  },

  /** The visible layer draws as the hidden one has done. */
  LAYERS {
    @Override
    public long layerKey(long rowKey, int counter) {
      return RandomStream.layerKey(rowKey, counter & ~1);
    }
  },

  /** Sweeps draw the same. */
  SWEEPS {
    @Override
    public long layerKey(long rowKey, int counter) {
      return RandomStream.layerKey(rowKey, counter & 1);
    }
  }
}
