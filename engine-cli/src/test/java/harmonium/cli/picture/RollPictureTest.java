package harmonium.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.cli.Letters;
import harmonium.music.Grid;
import harmonium.music.KeyRange;
import harmonium.music.PianoRoll;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class RollPictureTest {
  @BeforeAll
  static void picturesCanBeDrawn() {
    Letters.assumed();
  }

  private static final Grid GRID = new Grid.Beats(2);

  @TempDir private Path folder;

  @Test
  void aNoteHasItsColourWhereItIs() throws Exception {
    RollPicture picture = RollPicture.of(roll(40), GRID, "a tune");
    RollLayout layout = picture.layout();
    BufferedImage image = png(picture);
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(image.getHeight()).isEqualTo(2 * picture.height());
    // Key 60 sounds from step 2 to step 4, which is from 0.5 s to 1 s.
    double y = layout.top(0) + layout.y(60) + layout.rowHeight() / 2;
    assertThat(at(image, layout.x(0.75), y)).isEqualTo(0x0072b2);
    assertThat(at(image, layout.x(0.45), y)).isEqualTo(0xffffff);
    assertThat(at(image, layout.x(1.1), y)).isEqualTo(0xffffff);
    double black = layout.top(0) + layout.y(61) + layout.rowHeight() / 2;
    assertThat(at(image, layout.x(0.8), black)).isEqualTo(0xf0f2f5);
  }

  @Test
  void theRangeIsThatOfTheMusicAndAFewKeys() {
    assertThat(RollPicture.of(roll(40), GRID, "").layout().keys()).isEqualTo(new KeyRange(51, 69));
    PianoRoll silent = PianoRoll.silent(KeyRange.PIANO, 5);
    assertThat(RollPicture.of(silent, GRID, "").layout().keys().contains(60)).isTrue();
    PianoRoll low = PianoRoll.silent(new KeyRange(0, 127), 5);
    low.frames().set(0, 0, true);
    low.frames().set(1, 127, true);
    assertThat(RollPicture.of(low, GRID, "").layout().keys()).isEqualTo(new KeyRange(0, 127));
  }

  @Test
  void twoPanelsShareTheirAxesAndDifferInColour() throws Exception {
    RollPicture picture =
        RollPicture.of(
            List.of(
                new RollPanel(roll(40), GRID, 120, "data"),
                new RollPanel(roll(20), new Grid.Seconds(0.5), 120, "composed")));
    RollLayout layout = picture.layout();
    BufferedImage image = png(picture);
    double y = layout.y(60) + layout.rowHeight() / 2;
    assertThat(at(image, layout.x(0.75), layout.top(0) + y)).isEqualTo(0x0072b2);
    assertThat(at(image, layout.x(1.5), layout.top(1) + y)).isEqualTo(0xd55e00);
    assertThat(at(image, layout.x(0.75), layout.top(1) + y)).isEqualTo(0xffffff);
  }

  @Test
  void svgIsXmlWithItsWordsAndTheSameBytesTwice() throws Exception {
    Path one = folder.resolve("one.svg");
    Path two = folder.resolve("two.svg");
    PictureFile.write(one, RollPicture.of(roll(40), GRID, "a < tune\u0001 & more"));
    PictureFile.write(two, RollPicture.of(roll(40), GRID, "a < tune\u0001 & more"));
    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(Files.readString(one)).doesNotContain("DOCTYPE");
    Document document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(one.toFile());
    assertThat(document.getDocumentElement().getNodeName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("text").item(0).getTextContent()).isNotEmpty();
    assertThat(document.getDocumentElement().getTextContent())
        .contains("a < tune? & more", "C4", "60", "quarters", "time in seconds");
  }

  @Test
  void aHeldKeyIsOneBar() {
    RollPanel panel = new RollPanel(roll(40), GRID, 120, "");
    assertThat(panel.bars(40)).containsExactly(new RollPanel.Bar(60, 2, 4));
    assertThat(panel.bars(3)).containsExactly(new RollPanel.Bar(60, 2, 3));
  }

  @Test
  void aLongPieceIsCutAndSaysSo() throws Exception {
    RollPicture picture = RollPicture.of(roll(100_000), GRID, "endless");
    assertThat(picture.cut()).isTrue();
    assertThat(picture.width()).isLessThan(6200);
    Path file = folder.resolve("long.svg");
    PictureFile.write(file, picture);
    assertThat(Files.readString(file)).contains("endless (its first 4,000 of 100,000 steps)");
  }

  @Test
  void otherEndingsAreRefused() {
    Picture picture = RollPicture.of(roll(4), GRID, "");
    assertThatThrownBy(() -> PictureFile.write(folder.resolve("a.gif"), picture))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write .png or .svg");
  }

  private static PianoRoll roll(int steps) {
    PianoRoll roll = PianoRoll.silent(KeyRange.PIANO, steps);
    roll.frames().set(2, 60 - 21, true);
    roll.frames().set(3, 60 - 21, true);
    return roll;
  }

  private BufferedImage png(Picture picture) throws Exception {
    Path file = folder.resolve("picture.png");
    PictureFile.write(file, picture);
    return ImageIO.read(file.toFile());
  }

  private static int at(BufferedImage image, double x, double y) {
    return image.getRGB((int) (2 * x), (int) (2 * y)) & 0xffffff;
  }
}
