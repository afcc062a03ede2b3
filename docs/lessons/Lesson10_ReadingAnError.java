import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Reading an error.
 *
 * A mistake in an equation is found when the file is compiled, before any number is computed. This
 * lesson compiles a model with three mistakes and prints what javac says. Each message has
 *
 *   - the file and line, and the annotation that is meant;
 *   - a code in brackets, to search for, and one sentence that can be understood alone;
 *   - below it the equation, with the parts that do not fit underlined and their axes named;
 *   - a line 'help:' where it is nearly certain what was meant.
 *
 * First a matrix that leads the wrong way, for which there is a transpose. Then Wuh where Wuv belongs:
 * axes are told apart by their names, so that adding a vector over h to one over v is found even if
 * both have 88 elements. Last a bias that sees the visible units of its own step: with 'u' in place of
 * 'u[t-1]' the model would be told what it is to guess, and would learn nothing else.
 *
 * Paper: none; the last mistake is that of several published programs.
 */
public final class Lesson10_ReadingAnError {
  private static final String WRONG =
      """
      import harmonium.api.*;
      @Model interface Wrong {
        @Visible(88) Units v();
        @Hidden(150) Units h();
        @Parameter({"v", "h"}) Tensor W();
        @Parameter("v") Tensor bv();
        @Parameter("h") Tensor bh();
        @Parameter({"v", "u"}) Tensor Wvu();
        @Parameter({"u", "v"}) Tensor Wuv();
        @Parameter({"u", "h"}) Tensor Wuh();
        @State(100) @Equation("tanh(v @ Wuv)") Units u();
        @Equation("bv + u[t-1] @ Wuh") Tensor bv_t();
        @Equation("bh + u @ Wuh") Tensor bh_t();
        @Energy("-(v @ bv_t) - (h @ bh_t) - (v @ W @ h)") Scalar energy();
      }
      """;

  public static void main(String[] arguments) {
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Wrong.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return WRONG;
          }

          @Override
          public String getName() {
            return "Wrong.java";
          }
        };
    StringWriter printed = new StringWriter();
    List<String> options =
        List.of("-proc:only", "-processor", "harmonium.processor.HarmoniumProcessor");
    ToolProvider.getSystemJavaCompiler()
        .getTask(printed, null, null, options, null, List.of(source))
        .call();
    System.out.print(printed);
  }
}

/* It prints
Wrong.java:11: error: [Harmonium/ShapeMismatch] cannot multiply v @ [u x v]
  @State(100) @Equation("tanh(v @ Wuv)") Units u();
                        ^

    tanh(v @ Wuv)
         ~ ^ ~~~ [u x v]
         v
    help: Wuv is [u x v]; write Wuv.T
Wrong.java:12: error: [Harmonium/ShapeMismatch] cannot add h to v
  @Equation("bv + u[t-1] @ Wuh") Tensor bv_t();
            ^

    bv + u[t-1] @ Wuh
    ~~ ^ ~~~~~~~~~~~~ h
    v
Wrong.java:13: error: [Harmonium/SeesOwnStep] bh_t sees the visible units of its own step: bh_t -> u -> v
  @Equation("bh + u @ Wuh") Tensor bh_t();
            ^

    bh + u @ Wuh
         ^
    help: write u[t-1]
3 errors
*/
