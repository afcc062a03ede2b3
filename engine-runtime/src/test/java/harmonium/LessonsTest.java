package harmonium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every lesson compiles without a warning and prints what stands at its end. With {@code
 * -Dharmonium.accept=true} the end is written anew.
 */
class LessonsTest {
  private static final Path LESSONS = Path.of("..", "docs", "lessons");
  private static final String PRINTS = "/* It prints\n";

  @TempDir Path output;

  static Stream<Path> lessons() throws IOException {
    try (Stream<Path> files = Files.list(LESSONS)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aLessonPrintsWhatItSays(Path lesson) throws Exception {
    assertThat(compile(lesson)).isEmpty();
    String printed = run(lesson.getFileName().toString().replace(".java", ""));
    String text = Files.readString(lesson);
    int end = text.indexOf(PRINTS) + PRINTS.length();
    if (Boolean.getBoolean("harmonium.accept")) {
      text = text.substring(0, end) + printed + "*/\n";
      Files.writeString(lesson, text);
    }
    assertThat(printed).isEqualTo(text.substring(end).replace("*/\n", ""));
    assertThat(text.lines().count()).isLessThan(120);
  }

  @Test
  void thePageListsThemAll() throws IOException {
    String page = Files.readString(LESSONS.resolve("README.md"));
    assertThat(lessons().map(Path::getFileName).map(Path::toString))
        .hasSizeGreaterThan(9)
        .allMatch(name -> page.contains("(" + name + ")"));
  }

  private String compile(Path lesson) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d",
              output.toString(),
              "--release",
              "25",
              "-Xlint:all",
              "-Werror",
              "-processor",
              "harmonium.processor.HarmoniumProcessor");
      javac.getTask(printed, files, null, options, null, files.getJavaFileObjects(lesson)).call();
    }
    return printed.toString();
  }

  private String run(String lesson) throws Exception {
    PrintStream out = System.out;
    Locale locale = Locale.getDefault();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {output.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      Locale.setDefault(Locale.ROOT);
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass(lesson)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(out);
      Locale.setDefault(locale);
      Thread.currentThread().setContextClassLoader(context);
    }
    // javac ends some lines with blanks, which no file should.
    return printed.toString(StandardCharsets.UTF_8).replaceAll("[ \r]*\n", "\n");
  }
}
