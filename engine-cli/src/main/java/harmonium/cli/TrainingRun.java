package harmonium.cli;

import harmonium.train.Checkpoint;
import harmonium.train.EpochReport;
import harmonium.train.Outcome;
import harmonium.train.Progress;
import harmonium.train.Snapshot;
import harmonium.train.Trainer;
import harmonium.train.TrainingListener;
import harmonium.train.TrainingLog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ExitCode;

/**
 * Runs a training: tells how it goes, keeps the model file up to date, and sees to it that the file
 * is whole and holds the best model so far however the process ends.
 */
final class TrainingRun implements TrainingListener {
  private static final long SAVE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int LAST_SECONDS = 30;

  private final Trainer trainer;
  private final Path file;
  private final Map<String, String> metadata;
  private final PrintWriter out;
  private final PrintWriter err;
  private final CountDownLatch done = new CountDownLatch(1);
  private ProgressLine line;
  private Optional<TrainingLog> log = Optional.empty();
  private long saved;

  TrainingRun(
      Trainer trainer, Path file, Map<String, String> metadata, PrintWriter out, PrintWriter err) {
    this.trainer = trainer;
    this.file = file;
    this.metadata = metadata;
    this.out = out;
    this.err = err;
  }

  /** Trains for some epochs more and returns the exit code. */
  int run(int epochs, Optional<Path> logFile, boolean appendLog) {
    log = logFile.map(f -> TrainingLog.open(f, appendLog));
    line = new ProgressLine(out, trainer.progress(), epochs);
    Thread hook = Thread.ofPlatform().unstarted(this::stopAndWait);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      saved = System.nanoTime();
      return end(trainer.run(epochs, this));
    } finally {
      log.ifPresent(TrainingLog::close);
      done.countDown();
      removeHook(hook);
    }
  }

  private int end(Outcome outcome) {
    line.clear();
    int code = ExitCode.OK;
    if (outcome == Outcome.DIVERGED) {
      code = ExitCode.SOFTWARE;
      err.printf(
          Locale.ROOT,
          "harmonium: %s: the training diverged in epoch %d after %s; take a lower rate,"
              + " e.g. --set rate=%s%n",
          file,
          trainer.progress().epoch() + 1,
          Counted.of(trainer.progress().updates(), "update"),
          (float) (trainer.recipe().rate() / 10));
      err.flush();
      if (trainer.best().isEmpty()) {
        return code;
      }
      Checkpoint.of(trainer).onlyBest().write(file, metadata);
    } else {
      Checkpoint.of(trainer).write(file, metadata);
    }
    if (outcome == Outcome.STOPPED) {
      out.printf(
          Locale.ROOT,
          "stopped in epoch %d; --resume %s goes on%n",
          trainer.progress().epoch() + 1,
          file);
    }
    out.println(file + ": " + kept(outcome));
    out.flush();
    return code;
  }

  private String kept(Outcome outcome) {
    if (trainer.best().isEmpty()) {
      return "the model so far; no epoch is complete";
    }
    Snapshot best = trainer.best().get();
    String valid =
        best.validMonitor().isPresent()
            ? String.format(Locale.ROOT, ", valid %.4f", best.validMonitor().getAsDouble())
            : "";
    return String.format(
        Locale.ROOT,
        "the best model%s, of epoch %d, monitor %.4f%s",
        outcome == Outcome.FINISHED ? "" : " so far",
        best.progress().epoch(),
        best.monitor(),
        valid);
  }

  @Override
  public void updated(Progress progress, int updatesOfEpoch) {
    line.updated(progress, updatesOfEpoch);
  }

  @Override
  public void epochDone(EpochReport report) {
    line.epochDone(report);
    log.ifPresent(l -> l.row(report));
    // Epochs of a small data set end faster than a disk wants to be written to.
    if (System.nanoTime() - saved > SAVE_NANOS) {
      Checkpoint.of(trainer).write(file, metadata);
      saved = System.nanoTime();
    }
  }

  /** The Java machine is asked to end: lets the training save and come to its end first. */
  private void stopAndWait() {
    trainer.stop();
    try {
      if (!done.await(LAST_SECONDS, TimeUnit.SECONDS)) {
        err.println("harmonium: " + file + ": the training did not stop in time");
        err.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is going down and the hook is running: that is how we came here.
    }
  }
}
