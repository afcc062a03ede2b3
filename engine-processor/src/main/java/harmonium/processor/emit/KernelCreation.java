package harmonium.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import harmonium.kernel.Blueprint;
import harmonium.kernel.Kernel;
import harmonium.kernel.KernelFactory;
import harmonium.kernel.Lanes;
import harmonium.kernel.Parameters;
import harmonium.kernel.Team;
import javax.lang.model.element.Modifier;

/** Writes how a kernel is made: its constructor, its static methods, and its factory. */
final class KernelCreation {
  private KernelCreation() {}

  static void write(TypeSpec.Builder type, ClassName kernel) {
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Parameters.class, "parameters")
            .addParameter(Lanes.class, "lanes")
            .addParameter(Team.class, "team")
            .addStatement("super(BLUEPRINT, parameters, lanes, team, SCHEDULE, OUTPUTS)")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("create")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                "A kernel with fresh parameters, drawn from {@code seed} as the model declares them."
                    + " The seed also starts its random stream.\n")
            .addParameter(long.class, "seed")
            .returns(kernel)
            .addStatement("$T kernel = over($T.drawn(BLUEPRINT, seed))", kernel, Parameters.class)
            .addStatement("kernel.seed(seed)")
            .addStatement("return kernel")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("over")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                "A kernel over parameters that others may share, with the width of this machine and"
                    + " no further thread.\n")
            .addParameter(Parameters.class, "parameters")
            .returns(kernel)
            .addStatement(
                "return over(parameters, $T.chosen(), $T.alone())", Lanes.class, Team.class)
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("over")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("A kernel with a given width whose rows are shared out in a team.\n")
            .addParameter(Parameters.class, "parameters")
            .addParameter(Lanes.class, "lanes")
            .addParameter(Team.class, "team")
            .returns(kernel)
            .addStatement("return new $T(parameters, lanes, team)", kernel)
            .build());
  }

  /** The class that is found as a service. */
  static TypeSpec factory(String model) {
    return TypeSpec.classBuilder("Factory")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(KernelFactory.class)
        .addJavadoc("Makes kernels of {@link $L}; found as a service.\n", model)
        .addMethod(
            // Where a module exports the package, javac -Xlint wants it said.
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("As a service is made.\n")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("blueprint")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Blueprint.class)
                .addStatement("return BLUEPRINT")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Kernel.class)
                .addParameter(Parameters.class, "parameters")
                .addParameter(Lanes.class, "lanes")
                .addParameter(Team.class, "team")
                .addStatement("return over(parameters, lanes, team)")
                .build())
        .build();
  }
}
