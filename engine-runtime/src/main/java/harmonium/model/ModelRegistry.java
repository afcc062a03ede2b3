package harmonium.model;

import harmonium.kernel.Blueprint;
import harmonium.kernel.KernelFactory;
import harmonium.store.FileException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The compiled models that can be had by name: those on the class path and in the user's jars. */
public final class ModelRegistry {
  private static final String SERVICE = "META-INF/services/" + KernelFactory.class.getName();

  private final List<KernelFactory> factories;

  private ModelRegistry(List<KernelFactory> factories) {
    this.factories = factories;
  }

  /**
   * The models on the class path.
   *
   * @throws FileException if one that is listed cannot be loaded, as after a deletion that no build
   *     has seen
   */
  public static ModelRegistry onClassPath() {
    try {
      return of(ServiceLoader.load(KernelFactory.class));
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new FileException(
          SERVICE, "lists a model that cannot be loaded; build from clean: " + e.getMessage(), e);
    }
  }

  /**
   * The models on the class path and in further jars or class folders.
   *
   * @throws FileException if one of them does not exist, holds no model or one that cannot be
   *     loaded
   */
  public static ModelRegistry with(List<Path> jars) {
    if (jars.isEmpty()) {
      return onClassPath();
    }
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = url(jars.get(i));
    }
    // Left open on purpose: the kernels that come from it load classes as long as they run.
    URLClassLoader loader = new URLClassLoader(urls, ModelRegistry.class.getClassLoader());
    try {
      return of(ServiceLoader.load(KernelFactory.class, loader));
    } catch (ServiceConfigurationError | LinkageError e) {
      String files = String.join(File.pathSeparator, jars.stream().map(Path::toString).toList());
      throw new FileException(files, "holds a model that cannot be loaded: " + e.getMessage(), e);
    }
  }

  private static URL url(Path jar) {
    if (!holdsModels(jar)) {
      throw new FileException(
          jar.toString(),
          "holds no compiled model; compile one with the annotation processor engine-processor");
    }
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw FileException.of(jar, e);
    }
  }

  private static boolean holdsModels(Path jar) {
    if (!Files.exists(jar)) {
      throw new FileException(jar.toString(), "no such jar of models");
    }
    if (Files.isDirectory(jar)) {
      return Files.exists(jar.resolve(SERVICE));
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(SERVICE) != null;
    } catch (ZipException e) {
      throw new FileException(
          jar.toString(), "is no jar; give a jar or a class folder of models", e);
    } catch (IOException e) {
      throw FileException.of(jar, e);
    }
  }

  private static ModelRegistry of(Iterable<KernelFactory> found) {
    List<KernelFactory> sorted = new ArrayList<>();
    found.forEach(sorted::add);
    sorted.sort(Comparator.comparing(f -> f.blueprint().type()));
    return new ModelRegistry(List.copyOf(sorted));
  }

  /** All models, in the order of their qualified names. */
  public List<Blueprint> models() {
    return factories.stream().map(KernelFactory::blueprint).toList();
  }

  /**
   * The factory of a model.
   *
   * @param name its simple or qualified name
   * @throws IllegalArgumentException if there is none, or several of that simple name, in words for
   *     the user
   */
  public KernelFactory named(String name) {
    List<KernelFactory> found = factories.stream().filter(f -> isNamed(f, name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          NearestName.unknown("model", name, models().stream().map(Blueprint::name).toList()));
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "several models are named "
              + name
              + "; give one in full: "
              + String.join(", ", found.stream().map(f -> f.blueprint().type()).toList()));
    }
    return found.getFirst();
  }

  private static boolean isNamed(KernelFactory factory, String name) {
    Blueprint blueprint = factory.blueprint();
    return blueprint.name().equals(name) || blueprint.type().equals(name);
  }
}
