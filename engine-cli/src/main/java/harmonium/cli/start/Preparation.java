package harmonium.cli.start;

import harmonium.store.AtomicFile;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Fills a folder with what makes the command start sooner; the launcher runs it in the background.
 * One at a time fills a folder, each file appears whole or not at all, and {@code ready} comes
 * last: it says that what is missing could not be made, so that no command tries again.
 */
public final class Preparation {
  private static final String REHEARSAL = "harmonium.cli.Rehearsal";
  private static final long PATIENCE_SECONDS = 300;

  private final Path jar;
  private final Path folder;

  private Preparation(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
  }

  /**
   * Prepares the jar that is the class path.
   *
   * @param args the folder; then for each cache its name, which is that of its rehearsal, and the
   *     flags of the Java machine, parted by spaces
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    Path folder = Files.createDirectories(Path.of(args[0]).toAbsolutePath());
    Path lock = folder.resolve("lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock mine = channel.tryLock()) {
      Path ready = folder.resolve("ready");
      if (mine != null && !isNewer(ready, jar)) {
        try {
          new Preparation(jar, folder).fill(List.of(args).subList(1, args.length));
        } finally {
          AtomicFile.write(ready, new byte[0]);
        }
      }
    }
  }

  private static boolean isNewer(Path file, Path than) throws IOException {
    return Files.exists(file)
        && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) > 0;
  }

  private void fill(List<String> caches) throws IOException, InterruptedException {
    Path modern = folder.resolve("harmonium.jar");
    Path work = folder.resolve("work");
    delete(work);
    AtomicFile.write(modern, out -> ModernJar.write(jar, Preparation.class.getClassLoader(), out));
    for (int i = 0; i + 1 < caches.size(); i += 2) {
      String name = caches.get(i);
      Path cache = folder.resolve(name + ".aot");
      Files.deleteIfExists(cache);
      Files.createDirectory(work);
      Path made = work.resolve(name);
      List<String> line = new ArrayList<>();
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(List.of(caches.get(i + 1).split(" ")));
      line.add("-XX:AOTCacheOutput=" + made);
      line.addAll(List.of("-cp", modern.toString(), REHEARSAL, name, work.toString()));
      if (run(line) == 0 && Files.exists(made)) {
        AtomicFile.write(cache, out -> Files.copy(made, out));
      }
      delete(work);
    }
  }

  private static int run(List<String> line) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue();
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
