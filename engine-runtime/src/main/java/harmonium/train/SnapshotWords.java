package harmonium.train;

import harmonium.kernel.Parameters;
import harmonium.model.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The numbers of a snapshot among the metadata of a file.
 *
 * @param prefix what the keys begin with
 */
record SnapshotWords(String prefix) {
  /** Left out where each update saw one. */
  private static final String CHUNKS = "chunks";

  void put(Map<String, String> words, Snapshot snapshot) {
    Progress progress = snapshot.progress();
    words.put(prefix + "epoch", Integer.toString(progress.epoch()));
    words.put(prefix + "updates", Long.toString(progress.updates()));
    if (progress.position() > 0) {
      words.put(prefix + "position", Integer.toString(progress.position()));
      if (progress.chunks() != progress.position()) {
        words.put(prefix + CHUNKS, Integer.toString(progress.chunks()));
      }
      words.put(prefix + "frames", Long.toString(progress.frames()));
      words.put(prefix + "monitor_sum", Double.toString(progress.monitorSum()));
    }
    if (progress.epoch() > 0) {
      words.put(prefix + "monitor", Double.toString(snapshot.monitor()));
    }
    snapshot.validMonitor().ifPresent(m -> words.put(prefix + "valid_monitor", m + ""));
    snapshot.validMusic().ifPresent(m -> words.put(prefix + "valid_music", m));
  }

  /** Whether a file has them. */
  boolean in(ModelFile model) {
    return model.metadata().containsKey(prefix + "epoch");
  }

  /**
   * Reads what {@link #put} wrote.
   *
   * @throws harmonium.store.FileException naming the key of what is missing or no such number
   */
  Snapshot snapshot(ModelFile model, Parameters parameters, List<Parameters> moments) {
    int epoch = (int) model.whole(prefix + "epoch", 0, Integer.MAX_VALUE);
    String valid = prefix + "valid_monitor";
    return new Snapshot(
        parameters,
        moments,
        progress(model, epoch),
        epoch > 0 ? model.number(prefix + "monitor") : Double.NaN,
        model.metadata().containsKey(valid)
            ? OptionalDouble.of(model.number(valid))
            : OptionalDouble.empty(),
        Optional.ofNullable(model.metadata().get(prefix + "valid_music")));
  }

  private Progress progress(ModelFile model, int epoch) {
    long updates = model.whole(prefix + "updates", 0, Long.MAX_VALUE);
    if (!model.metadata().containsKey(prefix + "position")) {
      return Progress.between(epoch, updates);
    }
    int position = (int) model.whole(prefix + "position", 1, Integer.MAX_VALUE);
    String chunks = prefix + CHUNKS;
    return new Progress(
        epoch,
        position,
        model.metadata().containsKey(chunks)
            ? (int) model.whole(chunks, position, Integer.MAX_VALUE)
            : position,
        updates,
        model.whole(prefix + "frames", 1, Long.MAX_VALUE),
        model.number(prefix + "monitor_sum"));
  }
}
