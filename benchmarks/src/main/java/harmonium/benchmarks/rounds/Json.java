package harmonium.benchmarks.rounds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, strings and numbers. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /**
   * Reads a text.
   *
   * @throws IOException if it is no JSON
   */
  static Object read(String text) throws IOException {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      return value(in);
    }
  }

  private static Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        in.nextToken();
        object.put(name, value(in));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> array = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        array.add(value(in));
      }
      return array;
    }
    if (token != null && token.isNumeric()) {
      return in.getDoubleValue();
    }
    if (token == JsonToken.VALUE_STRING) {
      return in.getText();
    }
    throw new IOException("neither object, array, number nor string at " + in.currentLocation());
  }

  /** Writes a text; numbers of lists stand on one line. */
  static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(new DefaultPrettyPrinter());
      write(value, out);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text + "\n";
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    switch (value) {
      case Map<?, ?> object -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
          out.writeFieldName((String) entry.getKey());
          write(entry.getValue(), out);
        }
        out.writeEndObject();
      }
      case List<?> array -> {
        out.writeStartArray();
        for (Object one : array) {
          write(one, out);
        }
        out.writeEndArray();
      }
      case Number number when number.doubleValue() == Math.rint(number.doubleValue()) ->
          out.writeNumber(number.longValue());
      case Number number -> out.writeNumber(number.doubleValue());
      default -> out.writeString(value.toString());
    }
  }
}
