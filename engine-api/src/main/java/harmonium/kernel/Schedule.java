package harmonium.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The order in which a generated kernel runs its statements, known by their numbers. */
public final class Schedule {
  /** How the statements of a phase go through their rows. */
  public enum Order {
    /** Rows in any order, shared out among the threads. */
    TOGETHER,
    /** Step after step, all statements at each. */
    ASCENDING,
    /** As ascending, from the last step to the first. */
    DESCENDING,
    /** At the steps before the first. */
    BEFORE,
    /** Once, by one thread. */
    ONCE
  }

  private static final int[][] NONE = {};

  /** Statements that run together, and the jobs that another thread does beside them. */
  record Phase(Order order, int[] statements, int[][] beside) {}

  private final int past;
  private final int before;
  private final int ahead;
  private final Map<Pass, List<Phase>> passes = new EnumMap<>(Pass.class);
  private List<Phase> open = new ArrayList<>();
  private boolean preparedBeside;

  /**
   * An empty schedule.
   *
   * @param past how many steps before the first are kept
   * @param before how many steps before the first are looked back at
   * @param ahead how many steps after the last are kept
   */
  public Schedule(int past, int before, int ahead) {
    this.past = past;
    this.before = before;
    this.ahead = ahead;
  }

  /** The phases that follow belong to this pass. */
  public Schedule pass(Pass pass) {
    open = passes.computeIfAbsent(pass, p -> new ArrayList<>());
    return this;
  }

  /** Appends a phase. */
  public Schedule phase(Order order, int... statements) {
    open.add(new Phase(order, statements, NONE));
    return this;
  }

  /**
   * Gives the last phase, which goes step by step, a job for another thread: statements that wait
   * neither for it nor for those of another such job, nor any of these for them.
   */
  public Schedule beside(int... statements) {
    Phase last = open.removeLast();
    int jobs = last.beside().length;
    int[][] beside = Arrays.copyOf(last.beside(), jobs + 1);
    beside[jobs] = statements;
    open.add(new Phase(last.order(), last.statements(), beside));
    return this;
  }

  /**
   * Says that a recurrence, up to its first phase that goes step by step, reads nothing that {@link
   * Pass#PREPARE} makes.
   */
  public Schedule prepareBeside() {
    preparedBeside = true;
    return this;
  }

  int past() {
    return past;
  }

  int before() {
    return before;
  }

  int ahead() {
    return ahead;
  }

  boolean preparedBeside() {
    return preparedBeside;
  }

  List<Phase> phases(Pass pass) {
    return passes.getOrDefault(pass, Collections.emptyList());
  }
}
