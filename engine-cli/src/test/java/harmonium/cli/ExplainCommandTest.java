package harmonium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ExplainCommandTest {
  @TempDir private Path folder;

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
            "W_T_heated_fixed : [h x v], 57,648 bytes = heat * W.T",
            "# work of a step",
            "RECURRENCE                          33,800             8,800               100");
  }

  @Test
  void anUnknownModelIsAnsweredWithTheNearest() {
    Cli cli = Cli.run("explain", "RnnRbn");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("harmonium: no model 'RnnRbn', did you mean RnnRbm?");
  }

  @Test
  void theBytecodeIsReadFromTheClassFiles() {
    assertThat(Cli.run("explain", "Rbm").out())
        .containsSubsequence("== bytecode ==", "RbmKernel ", "RbmKernelScalar ", "RbmKernel512 ")
        .containsPattern("(?m)^RbmKernel512 +\\d+ +[\\d,]+  [\\d,]{3,5} \\w+$");
  }

  @Test
  void aPageIsWrittenThatAsksForNothingElse() throws Exception {
    Path page = folder.resolve("rnn.html");
    Cli cli = Cli.run("explain", "RnnRbm", "--html", page);
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(Files.readString(page))
        .contains("<td>bv_t</td><td><math displaystyle='true'>", "RnnRbmKernel512")
        .endsWith("</html>\n")
        .doesNotContain("<script", "src=", "href=", "http");
    // Well-formed, so that nothing is left open.
    String body = Files.readString(page).replaceFirst("(?s)^.*?<body>", "<body>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(body.replace("</html>", ""))));
  }

  @Test
  void aModelFileOrJarIsNotOverwritten() throws Exception {
    Path model = Files.writeString(folder.resolve("m.safetensors"), "kept");
    assertThat(Cli.run("explain", "RnnRbm", "--html", model).code()).isEqualTo(2);
    assertThat(model).hasContent("kept");
    Path jar = Files.writeString(folder.resolve("mine.html"), "kept");
    Cli cli = Cli.run("explain", "RnnRbm", "--models", jar, "-o", jar);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith("harmonium: --html and --models are both ");
    assertThat(jar).hasContent("kept");
    Cli folderGone = Cli.run("explain", "RnnRbm", "-o", folder.resolve("gone/p.html"));
    assertThat(folderGone.code()).isEqualTo(1);
    assertThat(folderGone.err().lines()).hasSize(1);
    assertThat(Cli.names(folder)).containsExactly("m.safetensors", "mine.html");
  }
}
