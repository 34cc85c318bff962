package org.heliograph.standalone.kits;

import java.util.Locale;

/** A language for which there is a kit; the folder of its templates has the same name. */
public enum KitLanguage {
    JAVA,
    NODE,
    PYTHON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
