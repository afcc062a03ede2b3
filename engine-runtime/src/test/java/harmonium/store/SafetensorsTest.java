package harmonium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import harmonium.api.UnitType;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Layer;
import harmonium.kernel.Parameters;
import harmonium.kernel.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final String HEADER =
      "{\"__metadata__\":{\"epoch\":\"7\",\"model\":\"Tiny\"},"
          + "\"W\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
          + "\"b\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[24,36]},"
          + "\"s\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[36,40]}}";

  @TempDir private Path folder;
  private Path file;
  private Parameters tiny;

  private static Blueprint blueprint(String name, Blueprint.Layout layout) {
    Layer visible = new Layer("v", 2, UnitType.BERNOULLI);
    return new Blueprint(name, "x." + name, visible, List.of(), layout.blocks(), List.of());
  }

  private static Blueprint.Layout matrix(int columns) {
    return new Blueprint.Layout().add("W", List.of("v", "h"), 2, columns, 1);
  }

  private static Blueprint tiny() {
    return blueprint(
        "Tiny", matrix(3).add("b", List.of("h"), 1, 3, 1).add("s", List.of(), 1, 1, 1));
  }

  @BeforeEach
  void write() {
    file = folder.resolve("model.safetensors");
    tiny = Parameters.drawn(tiny(), 1);
    Safetensors.write(file, tiny, Map.of("epoch", "7"));
  }

  private static byte[] bytes(String header, int length) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(8 + json.length + length).order(ByteOrder.LITTLE_ENDIAN);
    return out.putLong(json.length).put(json).array();
  }

  private static Stored parse(byte[] bytes) {
    return Safetensors.read("m.safetensors", bytes);
  }

  @Test
  void writesTheBytesOfTheFormat() throws IOException {
    int padded = (HEADER.length() + 7) / 8 * 8;
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    byte[] values = new byte[40];
    ByteBuffer floats = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
    for (int[] place : new int[][] {{0, 3}, {16, 3}, {32, 3}, {48, 1}}) {
      for (int i = 0; i < place[1]; i++) {
        floats.putFloat(tiny.values()[Rows.FIRST + place[0] + i]);
      }
    }
    expected.writeBytes(bytes(HEADER + " ".repeat(padded - HEADER.length()), 0));
    expected.writeBytes(values);
    assertThat(Files.readAllBytes(file)).isEqualTo(expected.toByteArray());
  }

  @Test
  void readsWhatItWrote() {
    Stored stored = Safetensors.read(file);
    assertThat(stored.metadata()).isEqualTo(Map.of("epoch", "7", "model", "Tiny"));
    assertThat(stored.tensors().get("W")).hasToString("W (2 x 3)");
    assertThat(stored.into(tiny()).values()).isEqualTo(tiny.values());
  }

  @Test
  void refusesAFileThatIsCutAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> parse(cut))
          .isInstanceOf(FileException.class)
          .hasMessageStartingWith("m.safetensors: ")
          .message()
          .contains("cut short")
          .doesNotContain("\n");
    }
  }

  @Test
  void neverFailsOtherwiseOnDamage() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = whole.clone();
      for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        parse(damaged).into(tiny());
      } catch (FileException e) {
        assertThat(e).message().startsWith("m.safetensors: ").doesNotContain("\n");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | its header is not of the safetensors form: the header is START_ARRAY",
        "{} {} | its header is not of the safetensors form: what follows the header is START_OBJECT",
        "{\"a\":1} | its header is not of the safetensors form: a is VALUE_NUMBER_INT",
        "{\"a\":{\"dtype\":\"F32\"}} | tensor a lacks dtype, shape or the two data_offsets",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}} "
            + "| tensor a is of type F16; store it as F32",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,8]}} "
            + "| a shape has a negative number -1",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,4],\"data_offsets\":[0,8]}} "
            + "| tensor a of shape [2147483647, 2147483647, 4] does not fill bytes 0 to 8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483648],\"data_offsets\":[0,8]}} "
            + "| tensor a is too large: shape [2147483648]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} "
            + "| 4 bytes after the last tensor belong to none",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} "
            + "| tensor a follows a gap: it begins at byte 4, not 0",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} "
            + "| tensor b overlaps the one before it: it begins at byte 0, not 4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}} "
            + "| tensor a ends at byte 12 where only 8 are left: cut short",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{}} "
            + "| its header is not sound JSON: Duplicate field 'a'",
        "{\"__metadata__\":{\"a\":1}} "
            + "| its header is not of the safetensors form: __metadata__ a is VALUE_NUMBER_INT",
      })
  void saysWhatIsWrongWithAHeader(String header, String message) {
    assertThatThrownBy(() -> parse(bytes(header, 8)))
        .isInstanceOf(FileException.class)
        .hasMessage("m.safetensors: " + message);
  }

  @Test
  void saysWhenItIsAnotherModel() {
    Stored stored = Safetensors.read(file);
    String start = file + ": holds a model Tiny (";
    Blueprint more =
        blueprint(
            "RnnRbm",
            matrix(3)
                .add("b", List.of("h"), 1, 3, 1)
                .add("s", List.of(), 1, 1, 1)
                .add("Wuh", List.of("u", "h"), 2, 3, 1));
    assertThatThrownBy(() -> stored.into(more))
        .isInstanceOf(FileException.class)
        .hasMessage(start + "tensor Wuh missing), not RnnRbm");
    assertThatThrownBy(() -> stored.into(blueprint("Rbm", matrix(3))))
        .hasMessage(start + "tensor b too many), not Rbm");
    assertThatThrownBy(() -> stored.into(blueprint("Tiny", matrix(4))))
        .hasMessage(
            file
                + ": holds another form of the model (tensor W is 2 x 3 where it should be 2 x 4)"
                + " than this Tiny");
    assertThatThrownBy(() ->
            stored.into(
                blueprint(
                    "Twin",
                    matrix(3).add("b", List.of("h"), 1, 3, 1).add("s", List.of(), 1, 1, 1))))
        .hasMessage(start + "with tensors of the same names and shapes), not Twin");
  }

  @Test
  void refusesValuesThatAreNotFinite() {
    tiny.values()[Rows.FIRST + 16] = Float.NaN;
    Safetensors.write(file, tiny, Map.of());
    assertThatThrownBy(() -> Safetensors.read(file).into(tiny()))
        .isInstanceOf(FileException.class)
        .hasMessage(file + ": tensor W holds NaN; the model cannot be used");
  }
}
