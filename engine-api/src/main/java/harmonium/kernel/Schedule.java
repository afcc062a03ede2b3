package harmonium.kernel;

import java.util.ArrayList;
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

  /** Statements that run together. */
  record Phase(Order order, int[] statements) {}

  private final int past;
  private final int ahead;
  private final Map<Pass, List<Phase>> passes = new EnumMap<>(Pass.class);
  private List<Phase> open = new ArrayList<>();

  /**
   * An empty schedule.
   *
   * @param past how many steps before the first are kept
   * @param ahead how many steps after the last are kept
   */
  public Schedule(int past, int ahead) {
    this.past = past;
    this.ahead = ahead;
  }

  /** The phases that follow belong to this pass. */
  public Schedule pass(Pass pass) {
    open = passes.computeIfAbsent(pass, p -> new ArrayList<>());
    return this;
  }

  /** Appends a phase. */
  public Schedule phase(Order order, int... statements) {
    open.add(new Phase(order, statements));
    return this;
  }

  int past() {
    return past;
  }

  int ahead() {
    return ahead;
  }

  List<Phase> phases(Pass pass) {
    return passes.getOrDefault(pass, Collections.emptyList());
  }
}
