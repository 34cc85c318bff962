package org.heliograph.desk.security;

import java.util.List;

/**
 * Addresses of a service that everybody may read, without a token; any number of beans. Whoever opens an address says
 * in its answers what a browser may do with them.
 *
 * @param paths each below no path of the desk: not {@code /api}
 */
public record OpenPages(List<String> paths) {

    /** @throws IllegalArgumentException for what is no path, or one of the desk */
    public OpenPages {
        paths = List.copyOf(paths);
        for (String path : paths) {
            if (!path.startsWith("/") || path.startsWith("/api") || path.contains("*")) {
                throw new IllegalArgumentException("an open page is one path outside of /api, not " + path);
            }
        }
    }
}
