package harmonium.processor;

import static harmonium.processor.Project.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds of a few sources into an output that an earlier build has filled. */
class IncrementalBuildTest {
  private static final String A = "zoo.AKernel$Factory";
  private static final String B = "zoo.BKernel$Factory";

  @TempDir static Path first;
  @TempDir Path folder;
  private Project project;

  @BeforeAll
  static void compileTwoModels() throws IOException {
    Project project = twoModels(first);
    assertThat(project.compile()).isEmpty();
    assertThat(project.list()).containsExactly(A, B);
  }

  @BeforeEach
  void goOnFromThere() throws IOException {
    project = twoModels(folder);
    for (Path file : Javac.files(first, "")) {
      if (Files.isRegularFile(file) && !file.startsWith(first.resolve("src"))) {
        Path copy = folder.resolve(first.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    // The kernel of an earlier build is on the class path, which javac -Xlint tells.
    project.options("-Xlint:-processing");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneModelAnewKeepsTheOther(boolean seesItsOutput) throws IOException {
    if (seesItsOutput) {
      seeOutput();
    }
    assertThat(project.compile("zoo/A.java")).isEmpty();
    assertThat(project.list()).containsExactly(A, B);
  }

  @Test
  void aModelThatIsGoneIsListedNoMore() throws IOException {
    Files.delete(project.output().resolve("zoo/B.class"));
    seeOutput();
    assertThat(project.compile("zoo/A.java")).isEmpty();
    assertThat(project.list()).containsExactly(A);
  }

  @Test
  void aKernelThatIsGoneIsListedNoMore() throws IOException {
    Files.delete(project.output().resolve("zoo/BKernel$Factory.class"));
    assertThat(project.compile("zoo/A.java")).isEmpty();
    assertThat(project.list()).containsExactly(A);
  }

  @Test
  void aKernelOfAnotherNameTakesThePlaceOfTheOld() throws IOException {
    project.write("zoo/B.java", model("@Model(kernel = \"Other\") public interface B"));
    seeOutput();
    assertThat(project.compile("zoo/B.java")).isEmpty();
    assertThat(project.list()).containsExactly(A, "zoo.Other$Factory");
  }

  @Test
  void aModelNoMoreIsListedNoMore() throws IOException {
    project.write("zoo/B.java", model("public interface B"));
    seeOutput();
    assertThat(project.compile("zoo/B.java")).isEmpty();
    assertThat(project.list()).containsExactly(A);
    project.write("zoo/A.java", model("public interface A"));
    assertThat(project.compile("zoo/A.java")).isEmpty();
    assertThat(project.list()).isEmpty();
  }

  @Test
  void aFactoryWrittenByHandStays() throws IOException {
    Files.writeString(project.output().resolve(Project.LIST), "# mine\nzoo.Hand # own\n\n");
    project.write("zoo/Hand.java", "class Hand {}");
    assertThat(project.compile()).isEmpty();
    assertThat(project.list()).containsExactly(A, B, "zoo.Hand");
  }

  @Test
  void aModelInErrorLeavesTheListAlone() throws IOException {
    project.write("zoo/B.java", model("@Model public interface B").replace("@ bh_t", "@ hb_t"));
    assertThat(project.compile("zoo/B.java")).contains("[Harmonium/UnknownName]");
    assertThat(project.list()).containsExactly(A, B);
  }

  /** Gradle deletes what was generated and processes the models that did not change as classes. */
  @Test
  void modelsProcessedFromTheirClassFilesGiveTheSameText() throws IOException {
    Map<String, String> before = generated();
    for (Path file : Javac.files(project.output(), "")) {
      if (Files.isRegularFile(file) && !List.of("A.class", "B.class").contains(name(file))) {
        Files.delete(file);
      }
    }
    seeOutput();
    assertThat(project.reprocess("zoo.B").compile("zoo/A.java")).isEmpty();
    assertThat(project.list()).containsExactly(A, B);
    assertThat(generated()).isEqualTo(before).hasSize(12);
  }

  private static Project twoModels(Path folder) throws IOException {
    return new Project(folder)
        .write("zoo/A.java", model("@Model public interface A"))
        .write("zoo/B.java", model("@Model public interface B"));
  }

  private void seeOutput() {
    project.options("-cp", project.ownClassPath());
  }

  private Map<String, String> generated() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : Javac.files(project.generated(), ".java")) {
      texts.put(name(file), Files.readString(file));
    }
    for (Path file : Javac.files(project.output(), ".txt")) {
      texts.put(name(file), Files.readString(file));
    }
    return texts;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
