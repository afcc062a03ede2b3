package harmonium.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.cli.Letters;
import harmonium.store.FileException;
import harmonium.train.TrainingLog;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurvePictureTest {
  private static final String DASHES = "stroke-dasharray=\"5,4\"";

  @BeforeAll
  static void picturesCanBeDrawn() {
    Letters.assumed();
  }

  @TempDir private Path folder;

  @Test
  void bothCurvesAreThere() throws Exception {
    CurvePicture picture = CurvePicture.of(new Curve("one", points(7)), "a training");
    Path png = folder.resolve("curve.png");
    PictureFile.write(png, picture);
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(pixels(image, 0x0072b2)).isGreaterThan(500);
    assertThat(pixels(image, 0xd55e00)).isGreaterThan(500);
    Path svg = folder.resolve("curve.svg");
    PictureFile.write(svg, picture);
    Path again = folder.resolve("again.svg");
    PictureFile.write(again, CurvePicture.of(new Curve("one", points(7)), "a training"));
    assertThat(again).hasSameBinaryContentAs(svg);
    assertThat(Files.readString(svg).contains("rgb(213,94,0)")).isTrue();
  }

  @Test
  void oneEpochIsEnough() {
    Path svg = folder.resolve("one.svg");
    PictureFile.write(svg, CurvePicture.of(new Curve("one", points(1)), "one"));
    assertThat(svg).isNotEmptyFile();
    assertThatThrownBy(() -> CurvePicture.of(new Curve("none", List.of()), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void severalTrainingsHaveAColourEachAndDashesForValidation() throws Exception {
    Curve a = new Curve("a", points(7));
    Curve b = new Curve("b", points(50).stream().map(CurvePictureTest::worse).toList());
    Path svg = folder.resolve("both.svg");
    PictureFile.write(svg, CurvePicture.of(List.of(a, b), "both"));
    assertThat(Files.readString(svg))
        .contains("rgb(0,114,178)", "rgb(213,94,0)", DASHES)
        .doesNotContain("rgb(0,158,115)");
    PictureFile.write(svg, CurvePicture.of(a, "one"));
    assertThat(Files.readString(svg)).doesNotContain(DASHES);
  }

  private static CurvePoint worse(CurvePoint p) {
    return new CurvePoint(p.epoch(), p.monitor() - 3, p.validMonitor());
  }

  @Test
  void aLogIsRead() throws Exception {
    Path log = folder.resolve("log.csv");
    Files.writeString(
        log, TrainingLog.HEADER + "\n1,10,100,0.1,-15.03,-14.5,0.01\n2,10,100,0.1,-10.5,,0.01\n");
    assertThat(CurvePicture.readLog(log))
        .containsExactly(
            new CurvePoint(1, -15.03, OptionalDouble.of(-14.5)),
            new CurvePoint(2, -10.5, OptionalDouble.empty()));
    Files.writeString(log, TrainingLog.HEADER + "\n1,10\n");
    assertThatThrownBy(() -> CurvePicture.readLog(log))
        .isInstanceOf(FileException.class)
        .hasMessageContaining(log + ":2: is no row");
    Files.writeString(log, "a,b\n1,2\n");
    assertThatThrownBy(() -> CurvePicture.readLog(log)).hasMessageContaining("is no log");
  }

  private static List<CurvePoint> points(int epochs) {
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(e -> new CurvePoint(e, -8 - 7.0 / e, OptionalDouble.of(-8.5 - 6.0 / e)))
        .toList();
  }

  private static long pixels(BufferedImage image, int colour) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff)
        .filter(c -> c == colour)
        .count();
  }
}
