package harmonium.kernel;

import harmonium.kernel.Schedule.Order;
import harmonium.kernel.Schedule.Phase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the phases of a pass in the order of the schedule, rows shared out where they can be.
 *
 * <p>Several chunks are worked on one after the other, but for phases that go step by step: there
 * all chunks take a step before any takes the next, four of them in one go where a statement has a
 * form for that, so that a matrix is read once for four rows. A phase of one chunk that goes step
 * by step keeps one thread busy; others meanwhile do the jobs that the schedule has beside it, one
 * after the other, and so does the first when it has done its steps.
 */
final class PassRunner {
  private final SequenceKernel kernel;
  private final Schedule schedule;
  private final Call call;
  private final Slots slots;
  private final Team team;
  private final Team.Job share = this::share;
  private final Team.Job shareStep = this::shareStep;
  private final Team.Job stepBeside = this::stepBeside;
  private final Team.Job recurBeside = this::recurBeside;
  private final AtomicInteger nextBeside = new AtomicInteger();
  private int[] shared = {};
  private int stepped;
  private boolean chains;
  private Phase stepping;

  PassRunner(SequenceKernel kernel, Schedule schedule, Call call, Slots slots, Team team) {
    this.kernel = kernel;
    this.schedule = schedule;
    this.call = call;
    this.slots = slots;
    this.team = team;
  }

  /** Runs a pass over all steps of the chunk in hand. */
  void run(Pass pass) {
    chains = pass == Pass.CHAIN;
    List<Phase> phases = schedule.phases(pass);
    for (int p = 0; p < phases.size(); p++) {
      run(phases.get(p));
    }
  }

  /** Whether {@link #prepareBesideRecurrence} is right, and faster than one after the other. */
  boolean preparesBeside() {
    // More threads are better shared out one pass after the other.
    return schedule.preparedBeside() && team.size() == 2;
  }

  /** Prepares while another thread goes through the steps of the recurrence. */
  void prepareBesideRecurrence() {
    chains = false;
    List<Phase> phases = schedule.phases(Pass.RECURRENCE);
    team.run(recurBeside);
    List<Phase> preparation = schedule.phases(Pass.PREPARE);
    for (int p = beside(preparation); p < preparation.size(); p++) {
      run(preparation.get(p));
    }
    for (int p = firstByStep(phases) + 1; p < phases.size(); p++) {
      run(phases.get(p));
    }
  }

  /**
   * Phases of the preparation that one thread does: all, but for the last of several, which makes
   * the most numbers. These two threads had better have in their caches half and half.
   */
  private static int beside(List<Phase> preparation) {
    return Math.max(1, preparation.size() - 1);
  }

  private void recurBeside(int index, int parts) {
    List<Phase> phases = schedule.phases(index == 0 ? Pass.RECURRENCE : Pass.PREPARE);
    int end = index == 0 ? firstByStep(phases) + 1 : beside(phases);
    for (int p = 0; p < end; p++) {
      alone(phases.get(p));
    }
  }

  private static int firstByStep(List<Phase> phases) {
    int first = 0;
    while (!goesByStep(phases.get(first))) {
      first++;
    }
    return first;
  }

  private void run(Phase phase) {
    if (phase.order() == Order.TOGETHER) {
      shareOut(phase.statements());
    } else if (phase.beside().length > 0 && team.size() > 1) {
      stepping = phase;
      nextBeside.set(0);
      team.run(stepBeside);
    } else {
      alone(phase);
    }
  }

  private void stepBeside(int index, int parts) {
    if (index == 0) {
      alone(stepping.order(), stepping.statements());
    }
    int[][] jobs = stepping.beside();
    int job = nextBeside.getAndIncrement();
    while (job < jobs.length) {
      alone(Order.TOGETHER, jobs[job]);
      job = nextBeside.getAndIncrement();
    }
  }

  /** Runs a phase without sharing its rows out. */
  private void alone(Phase phase) {
    alone(phase.order(), phase.statements());
    for (int[] job : phase.beside()) {
      alone(Order.TOGETHER, job);
    }
  }

  private void alone(Order order, int[] statements) {
    switch (order) {
      case TOGETHER -> share(statements, 0, 1);
      case ASCENDING -> {
        for (int t = call.first; t < call.end; t++) {
          advance(statements, t);
        }
      }
      case DESCENDING -> {
        for (int t = call.end - 1; t >= call.first; t--) {
          advance(statements, t);
        }
      }
      case BEFORE -> each(statements, call.first - schedule.before(), call.first);
      case ONCE -> each(statements, call.first, call.end);
    }
  }

  private void shareOut(int[] statements) {
    shared = statements;
    team.run(share);
  }

  /** Runs a pass over the chunks of all slots. */
  void runAbreast(Pass pass) {
    chains = false;
    List<Phase> phases = schedule.phases(pass);
    int next = 0;
    while (next < phases.size()) {
      Phase phase = phases.get(next);
      if (goesByStep(phase)) {
        stepAbreast(phase);
        for (int slot = 0; slot < slots.used() && phase.beside().length > 0; slot++) {
          slots.take(slot);
          for (int[] job : phase.beside()) {
            shareOut(job);
          }
        }
        next++;
      } else {
        int end = next;
        while (end < phases.size() && !goesByStep(phases.get(end))) {
          end++;
        }
        for (int slot = 0; slot < slots.used(); slot++) {
          slots.take(slot);
          for (int p = next; p < end; p++) {
            run(phases.get(p));
          }
        }
        next = end;
      }
    }
  }

  private static boolean goesByStep(Phase phase) {
    return phase.order() == Order.ASCENDING || phase.order() == Order.DESCENDING;
  }

  private void stepAbreast(Phase phase) {
    int[] statements = phase.statements();
    int steps = slots.most();
    for (int n = 0; n < steps; n++) {
      int t = phase.order() == Order.ASCENDING ? n : steps - 1 - n;
      int chunks = slots.reaching(t);
      for (int statement : statements) {
        boolean shared = team.size() > 1 && kernel.blocks(statement) > 0;
        int done = !shared && kernel.inFours(statement) ? chunks / 4 * 4 : 0;
        for (int place = 0; place < done; place += 4) {
          kernel.four(
              statement, row(place, t), row(place + 1, t), row(place + 2, t), row(place + 3, t));
        }
        for (int place = done; place < chunks; place++) {
          slots.take(slots.longest(place));
          advance(statement, call.first + t);
        }
      }
    }
  }

  private int row(int place, int t) {
    return slots.row(slots.longest(place), t);
  }

  /** One step of a pass; but for steps that are shared out, by the calling thread. */
  void step(Pass pass, int t) {
    List<Phase> phases = schedule.phases(pass);
    for (int p = 0; p < phases.size(); p++) {
      Phase phase = phases.get(p);
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
      advance(statement, t);
    }
  }

  private void advance(int statement, int t) {
    if (kernel.blocks(statement) == 0) {
      kernel.statement(statement, t, t + 1);
    } else {
      call.step = t;
      stepped = statement;
      team.run(shareStep);
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

  private int border(long extent, int index, int parts) {
    return chains ? Borders.ofChains(extent, index, parts) : Borders.ofRows(extent, index, parts);
  }

  private void each(int[] statements, int from, int to) {
    for (int statement : statements) {
      kernel.statement(statement, from, to);
    }
  }

  private void share(int index, int parts) {
    share(shared, index, parts);
  }

  private void share(int[] statements, int index, int parts) {
    for (int statement : statements) {
      int rows = kernel.rows(statement);
      boolean steps = rows < 0;
      int first = steps ? call.first : 0;
      long extent = steps ? call.steps : rows;
      int from = first + border(extent, index, parts);
      int to = first + border(extent, index + 1, parts);
      if (from < to) {
        kernel.statement(statement, from, to);
      }
    }
  }
}
