package harmonium.kernel;

import java.util.List;

/** Runs the phases of a pass in the order of the schedule, rows shared out where they can be. */
final class PassRunner {
  private final SequenceKernel kernel;
  private final Schedule schedule;
  private final Call call;
  private final Team team;
  private final Team.Job share = this::share;
  private final Team.Job shareStep = this::shareStep;
  private int[] shared = {};
  private int stepped;

  PassRunner(SequenceKernel kernel, Schedule schedule, Call call, Team team) {
    this.kernel = kernel;
    this.schedule = schedule;
    this.call = call;
    this.team = team;
  }

  /** Runs a pass over all steps loaded. */
  void run(Pass pass) {
    List<Schedule.Phase> phases = schedule.phases(pass);
    for (int p = 0; p < phases.size(); p++) {
      Schedule.Phase phase = phases.get(p);
      int[] statements = phase.statements();
      switch (phase.order()) {
        case TOGETHER -> {
          shared = statements;
          team.run(share);
        }
        case ASCENDING -> {
          for (int t = 0; t < call.steps; t++) {
            advance(statements, t);
          }
        }
        case DESCENDING -> {
          for (int t = call.steps - 1; t >= 0; t--) {
            advance(statements, t);
          }
        }
        case BEFORE -> each(statements, -schedule.before(), 0);
        case ONCE -> each(statements, 0, call.steps);
      }
    }
  }

  /** One step of a pass; but for steps that are shared out, by the calling thread. */
  void step(Pass pass, int t) {
    List<Schedule.Phase> phases = schedule.phases(pass);
    for (int p = 0; p < phases.size(); p++) {
      Schedule.Phase phase = phases.get(p);
      switch (phase.order()) {
        case TOGETHER -> each(phase.statements(), t, t + 1);
        case ASCENDING, DESCENDING -> advance(phase.statements(), t);
        case BEFORE, ONCE -> {}
      }
    }
  }

  /** One step of statements that wait for the step before. */
  private void advance(int[] statements, int t) {
    for (int statement : statements) {
      if (kernel.blocks(statement) == 0) {
        kernel.statement(statement, t, t + 1);
      } else {
        call.step = t;
        stepped = statement;
        team.run(shareStep);
      }
    }
  }

  private void shareStep(int index, int parts) {
    int blocks = kernel.blocks(stepped);
    int from = blocks * index / parts;
    int to = blocks * (index + 1) / parts;
    if (from < to) {
      kernel.statement(stepped, from, to);
    }
  }

  private void each(int[] statements, int from, int to) {
    for (int statement : statements) {
      kernel.statement(statement, from, to);
    }
  }

  private void share(int index, int parts) {
    for (int statement : shared) {
      int rows = kernel.rows(statement);
      long extent = rows < 0 ? call.steps : rows;
      int from = border(extent, index, parts);
      int to = border(extent, index + 1, parts);
      if (from < to) {
        kernel.statement(statement, from, to);
      }
    }
  }

  /**
   * Where a part begins. Vectors of chains take 16 rows, tiles of registers 4, and what is left of
   * a part is done row by row; so parts are whole numbers of these where there are enough.
   */
  static int border(long extent, int index, int parts) {
    if (index == parts) {
      return (int) extent;
    }
    int grain = extent >= 8L * parts ? 16 : extent >= 4L * parts ? 4 : 1;
    return (int) ((extent * index / parts + grain / 2) / grain * grain);
  }
}
