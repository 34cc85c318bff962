package org.heliograph.iom.research;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.events.GeoLevel;

/**
 * What records are counted together: those of a route, or those of a region whose route is not stated. Each record is
 * in exactly one group, so that no figure of one can be subtracted from figures of others (see ADR 0012).
 *
 * @param level ROUTE or REGION
 * @param code lower-case words joined by dashes
 */
record Group(GeoLevel level, String code, String name) {

    private static final int MAX_NAME = 100;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} /&'’().,:–-]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final String NOT_STATED = "not-stated";

    /** The group of a record; empty if its place cannot be told. Blank is not stated. */
    static Optional<Group> of(String route, String region) {
        if (!route.isEmpty()) {
            return code(route).map(code -> new Group(GeoLevel.ROUTE, code, route));
        }
        if (region.isEmpty()) {
            return Optional.of(withoutRoute(NOT_STATED, "Region not stated"));
        }
        return code(region).map(code -> withoutRoute(code, region));
    }

    /** The code says that it is not the whole region. */
    private static Group withoutRoute(String code, String region) {
        return new Group(GeoLevel.REGION, code + "-route-not-stated", region + ", route not stated");
    }

    private static Optional<String> code(String name) {
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String plain = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace("ı", "i");
        String words = NO_WORDS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
