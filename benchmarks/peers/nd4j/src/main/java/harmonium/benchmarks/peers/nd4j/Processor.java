package harmonium.benchmarks.peers.nd4j;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import jdk.incubator.vector.FloatVector;

/**
 * Tells the OpenBLAS of 2021 that ND4J brings along what the processor is. It knows none of AMD's
 * with AVX-512, takes them for the last one it knows, and is then about three times slower.
 */
final class Processor {
  private static final int AVX_512 = 16;

  private Processor() {}

  /** Sets the variable that OpenBLAS reads when it is loaded, unless someone has. */
  @SuppressWarnings("restricted")
  static void settle() {
    if (System.getenv("OPENBLAS_CORETYPE") != null
        || FloatVector.SPECIES_PREFERRED.length() < AVX_512) {
      return;
    }
    SymbolLookup symbols = Linker.nativeLinker().defaultLookup();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom("OPENBLAS_CORETYPE");
      MemorySegment value = arena.allocateFrom("SkylakeX");
      MethodHandle set =
          Linker.nativeLinker()
              .downcallHandle(
                  symbols.find("setenv").orElseThrow(),
                  FunctionDescriptor.of(
                      ValueLayout.JAVA_INT,
                      ValueLayout.ADDRESS,
                      ValueLayout.ADDRESS,
                      ValueLayout.JAVA_INT));
      int failed = (int) set.invokeExact(name, value, 1);
      if (failed != 0) {
        throw new IllegalStateException("cannot set OPENBLAS_CORETYPE");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
