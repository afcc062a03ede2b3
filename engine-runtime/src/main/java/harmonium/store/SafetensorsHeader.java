package harmonium.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON header of a safetensors file.
 *
 * @param metadata pairs of strings, sorted
 * @param entries where each tensor lies, in the order of the header
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {
  private static final String METADATA = "__metadata__";
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  SafetensorsHeader {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    entries = List.copyOf(entries);
  }

  /** Where one tensor lies: bytes {@code [from, to)} after the header. */
  record Entry(String name, String dtype, List<Integer> shape, long from, long to) {
    Entry {
      shape = List.copyOf(shape);
    }
  }

  /** The header as JSON, padded with spaces so that the tensors begin at a multiple of 8 bytes. */
  byte[] json() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeObjectFieldStart(METADATA);
      for (Map.Entry<String, String> pair : metadata.entrySet()) {
        out.writeStringField(pair.getKey(), pair.getValue());
      }
      out.writeEndObject();
      for (Entry entry : entries) {
        out.writeObjectFieldStart(entry.name());
        out.writeStringField("dtype", entry.dtype());
        out.writeFieldName("shape");
        out.writeArray(
            entry.shape().stream().mapToInt(Integer::intValue).toArray(), 0, entry.shape().size());
        out.writeFieldName("data_offsets");
        out.writeArray(new long[] {entry.from(), entry.to()}, 0, 2);
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    while (bytes.size() % 8 != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a header.
   *
   * @throws FileException naming {@code file} if it is not JSON of this form
   */
  static SafetensorsHeader parse(String file, byte[] bytes, int offset, int length) {
    try (JsonParser in = JSON.createParser(bytes, offset, length)) {
      return new Reader(file, in).header();
    } catch (IOException e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new FileException(
          file, "its header is not sound JSON: " + message.lines().findFirst().orElse(""), e);
    }
  }

  private record Reader(String file, JsonParser in) {
    SafetensorsHeader header() throws IOException {
      Map<String, String> metadata = new TreeMap<>();
      List<Entry> entries = new ArrayList<>();
      expect(in.nextToken(), JsonToken.START_OBJECT, "the header");
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        expect(in.nextToken(), JsonToken.START_OBJECT, name);
        if (name.equals(METADATA)) {
          for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            expect(in.nextToken(), JsonToken.VALUE_STRING, METADATA + " " + key);
            metadata.put(key, in.getText());
          }
        } else {
          entries.add(entry(name));
        }
      }
      expect(in.currentToken(), JsonToken.END_OBJECT, "the header");
      expect(in.nextToken(), null, "what follows the header");
      return new SafetensorsHeader(metadata, entries);
    }

    private Entry entry(String name) throws IOException {
      String dtype = null;
      List<Long> shape = null;
      List<Long> offsets = null;
      for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
        JsonToken token = in.nextToken();
        switch (key) {
          case "dtype" -> {
            expect(token, JsonToken.VALUE_STRING, name + " dtype");
            dtype = in.getText();
          }
          case "shape" -> shape = numbers(token, name + " shape");
          case "data_offsets" -> offsets = numbers(token, name + " data_offsets");
          default -> throw new FileException(file, "tensor " + name + " has an unknown " + key);
        }
      }
      if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
        throw new FileException(
            file, "tensor " + name + " lacks dtype, shape or the two data_offsets");
      }
      if (shape.stream().anyMatch(size -> size > Integer.MAX_VALUE)) {
        throw new FileException(file, "tensor " + name + " is too large: shape " + shape);
      }
      List<Integer> sizes = shape.stream().map(Long::intValue).toList();
      return new Entry(name, dtype, sizes, offsets.getFirst(), offsets.getLast());
    }

    private List<Long> numbers(JsonToken token, String what) throws IOException {
      List<Long> numbers = new ArrayList<>();
      expect(token, JsonToken.START_ARRAY, what);
      for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
        expect(next, JsonToken.VALUE_NUMBER_INT, what);
        long number = in.getLongValue();
        if (number < 0) {
          throw new FileException(file, what + " has a negative number " + number);
        }
        numbers.add(number);
      }
      return numbers;
    }

    private void expect(JsonToken found, JsonToken wanted, String what) {
      if (found != wanted) {
        throw new FileException(
            file, "its header is not of the safetensors form: " + what + " is " + found);
      }
    }
  }
}
