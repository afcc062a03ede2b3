package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  @Test
  void theThreeFormsOfAModelAreTold() {
    Cli cli = Cli.run("explain", "RnnRbm");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out())
        .startsWith("RnnRbm, 56,138 parameters (harmonium.model.RnnRbm)")
        .containsSubsequence(
            "== declared ==",
            "state u : u = tanh(bu + v @ Wvu + u[t-1] @ Wuu)",
            "== derived ==",
            "P(h | v) = sigmoid(bh_t + v @ W)",
            "dWuu : [u x u] += sum over t of outer(u[t-1], d_u_in)",
            "== plan ==",
            "u_drive = bu + v @ Wvu",
            "W_T_heated : [h x v] = heat * W.T",
            "# work of a step",
            "RECURRENCE                          33,800             8,800               100");
  }

  @Test
  void anUnknownModelIsAnsweredWithTheNearest() {
    Cli cli = Cli.run("explain", "RnnRbn");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("harmonium: no model 'RnnRbn', did you mean RnnRbm?");
  }
}
