package harmonium.cli.sound;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Preferences that hold nothing and touch no file. Gervill asks the user's preferences for its
 * settings; the ordinary ones make a folder {@code .java} in the home for that, and what was in it
 * would show in the sound.
 */
public final class SilentPreferences extends AbstractPreferences {
  /** What {@code java.util.prefs} makes by the name of the class. */
  public static final class Factory implements PreferencesFactory {
    private static final Preferences NOTHING = new SilentPreferences(null, "");

    /** For {@code java.util.prefs} alone. */
    public Factory() {}

    @Override
    public Preferences systemRoot() {
      return NOTHING;
    }

    @Override
    public Preferences userRoot() {
      return NOTHING;
    }
  }

  private SilentPreferences(AbstractPreferences parent, String name) {
    super(parent, name);
  }

  @Override
  protected void putSpi(String key, String value) {}

  @Override
  protected String getSpi(String key) {
    return null;
  }

  @Override
  protected void removeSpi(String key) {}

  @Override
  protected void removeNodeSpi() {}

  @Override
  protected String[] keysSpi() {
    return new String[0];
  }

  @Override
  protected String[] childrenNamesSpi() {
    return new String[0];
  }

  @Override
  protected AbstractPreferences childSpi(String name) {
    return new SilentPreferences(this, name);
  }

  @Override
  protected void syncSpi() {}

  @Override
  protected void flushSpi() {}
}
