package harmonium.benchmarks.rounds;

import harmonium.benchmarks.limit.Limit;
import harmonium.benchmarks.peer.Job;
import harmonium.benchmarks.peer.Peer;
import harmonium.benchmarks.peer.Peers;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A side in Java: reads questions from standard input, a line each, and answers each with a line
 * that begins with {@code > }, or with {@code ! } and what is wrong. Arrays go through files, as
 * little-endian floats.
 *
 * <pre>
 * load FILE THREADS SEED     takes a job
 * sweeps N                   does it N times; nanoseconds (so recurrence, update, epoch, compose)
 * biases FILE                bh_t of the recurrence
 * chains N FILE              sweeps N times; how often each visible unit was on
 * updates N FILE             N updates; the monitor of each
 * parameter NAME FILE        as it is now
 * limit NAME N               does a micro-kernel N times; nanoseconds
 * </pre>
 *
 * <p>The same lines are spoken by {@code benchmarks/python/peer.py}.
 */
public final class Answers {
  /** The side that is the only service on the class path. */
  static final String SERVICE = "service";

  /** The side that answers {@code limit} alone. */
  static final String LIMITS = "limits";

  private final Peer peer;
  private Job job;
  private int updates;

  Answers(Peer peer) {
    this.peer = peer;
  }

  /** Takes the name of a side. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    // Libraries greet on standard output, which is for answers here.
    System.setOut(System.err);
    Answers answers = new Answers(args[0].equals(LIMITS) ? null : peer(args[0]));
    out.println("> " + (answers.peer == null ? LIMITS : answers.peer.name()));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        out.println("> " + answers.answer(List.of(line.split(" "))));
      } catch (RuntimeException | LinkageError e) {
        out.println("! " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
      }
    }
    if (answers.peer != null) {
      answers.peer.close();
    }
  }

  private static Peer peer(String name) {
    return name.equals(SERVICE) ? Peers.found().getFirst() : Peers.named(name);
  }

  /** Does what a line asks for; what there is to say. */
  String answer(List<String> words) {
    Path file = Path.of(words.getLast());
    switch (words.getFirst()) {
      case "load" -> {
        job = Job.read(Path.of(words.get(1))).withSeed(Long.parseLong(words.get(3)));
        peer.load(job, Integer.parseInt(words.get(2)));
        peer.recurrence();
        updates = 0;
      }
      case "biases" -> {
        peer.recurrence();
        Floats.write(file, peer.biases());
      }
      case "chains" -> Floats.write(file, chains(Integer.parseInt(words.get(1))));
      case "updates" -> Floats.write(file, monitors(Integer.parseInt(words.get(1))));
      case "parameter" -> Floats.write(file, peer.parameter(words.get(1)));
      case "limit" -> {
        int times = Integer.parseInt(words.get(2));
        return Long.toString(Limit.valueOf(words.get(1)).nanoseconds(times));
      }
      default -> {
        return Long.toString(work(Work.of(words.get(0)), Integer.parseInt(words.get(1))));
      }
    }
    return "";
  }

  private long work(Work work, int times) {
    if (work == Work.GIBBS) {
      peer.recurrence();
    }
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      switch (work) {
        case GIBBS -> peer.sweeps();
        case RECURRENCE -> peer.recurrence();
        case UPDATE -> nextUpdate();
        case EPOCH -> {
          for (int chunk = 0; chunk < job.chunks().size(); chunk++) {
            peer.update(chunk);
          }
        }
        case COMPOSE -> peer.compose();
      }
    }
    return System.nanoTime() - begin;
  }

  private double nextUpdate() {
    return peer.update(updates++ % job.chunks().size());
  }

  private float[] chains(int times) {
    peer.recurrence();
    float[] counts = new float[job.chunks().getFirst().length];
    for (int i = 0; i < times; i++) {
      peer.sweeps();
      float[] sampled = peer.sampled();
      for (int j = 0; j < counts.length; j++) {
        counts[j] += sampled[j];
      }
    }
    return counts;
  }

  private float[] monitors(int times) {
    float[] monitors = new float[times];
    for (int i = 0; i < times; i++) {
      monitors[i] = (float) nextUpdate();
    }
    return monitors;
  }
}
