package harmonium.processor.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaretRendererTest {
  @Test
  void drawsLabelsBelowTheEquation() {
    Diagnostic diagnostic =
        Diagnostic.of(Code.ShapeMismatch, Origin.NOWHERE, "add h to v")
            .at("bv + u[t-1] @ Wuh", new Span(3, 4))
            .label(new Span(0, 2), "v")
            .label(new Span(5, 17), "h")
            .help("something");
    assertThat(CaretRenderer.render(diagnostic))
        .isEqualTo(
            """
            [Harmonium/ShapeMismatch] cannot add h to v

              bv + u[t-1] @ Wuh
              ~~ ^ ~~~~~~~~~~~~ h
              v
              help: something\
            """);
  }

  @Test
  void showsTheLineOfTheFocusAlone() {
    Diagnostic diagnostic =
        Diagnostic.of(Code.UnknownName, Origin.NOWHERE, "M", "x")
            .at("bv\n + x\n + bh", new Span(6, 7));
    assertThat(CaretRenderer.render(diagnostic)).endsWith("\n\n   + x\n     ^");
  }

  @Test
  void nearestNameIsNearCertainOrNone() {
    List<String> known = List.of("Wuh", "Wuv", "bias", "energy");
    assertThat(NearestName.of("enrgy", known)).contains("energy");
    assertThat(NearestName.of("baised", known)).isEmpty();
    assertThat(NearestName.of("bais", known)).contains("bias");
    assertThat(NearestName.of("wuh", known)).contains("Wuh");
    assertThat(NearestName.of("Wux", known)).isEmpty();
    assertThat(NearestName.of("bias", known)).isEmpty();
  }
}
