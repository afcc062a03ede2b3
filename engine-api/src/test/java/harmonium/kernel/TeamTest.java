package harmonium.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {
  private static final int JOBS = 2_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void everyPartIsDoneOnceAndTheFirstByTheCaller(int threads) {
    Thread caller = Thread.currentThread();
    try (Team team = Team.of(threads)) {
      assertThat(team.size()).isEqualTo(threads);
      for (int job = 0; job < JOBS; job++) {
        AtomicIntegerArray done = new AtomicIntegerArray(threads);
        Thread[] by = new Thread[threads];
        team.run((part, parts) -> {
          assertThat(parts).isEqualTo(threads);
          by[part] = Thread.currentThread();
          done.incrementAndGet(part);
        });
        for (int part = 0; part < threads; part++) {
          assertThat(done.get(part)).isEqualTo(1);
        }
        assertThat(by[0]).isSameAs(caller);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aPartThatFailsIsReportedAndTheNextJobIsDone(int failing) {
    try (Team team = Team.of(3)) {
      IllegalArgumentException fault = new IllegalArgumentException("part");
      assertThatThrownBy(() ->
              team.run((part, parts) -> {
                if (part == failing) {
                  throw fault;
                }
              }))
          .isInstanceOf(IllegalStateException.class)
          .hasCause(fault);
      AtomicIntegerArray done = new AtomicIntegerArray(3);
      team.run((part, parts) -> done.incrementAndGet(part));
      assertThat(done.toString()).isEqualTo("[1, 1, 1]");
    }
  }

  @Test
  void aTeamHasAtLeastOneThread() {
    assertThatThrownBy(() -> Team.of(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
