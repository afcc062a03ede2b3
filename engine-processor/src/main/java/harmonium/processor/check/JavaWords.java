package harmonium.processor.check;

import java.util.Set;

/** Knows the words that Java keeps for itself. */
final class JavaWords {
  private static final Set<String> KEPT =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public return short static strictfp super switch synchronized this"
                  + " throw throws transient true try void volatile while _"
                  // These are names still, but not of types.
                  + " permits record sealed var yield")
              .split(" "));

  private JavaWords() {}

  /** Whether a class can have the name. */
  static boolean canNameClass(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !KEPT.contains(name);
  }
}
