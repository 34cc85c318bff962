package org.heliograph.pages.design;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages of a service are, and who may see them. Each service brings its own beside its templates; whoever runs
 * it has nothing to set.
 *
 * @param path of the first page; all others are below
 * @param owner the party whose pages they are, or {@code operations}; in the bundles as {@code party.<owner>}
 * @param role of those who may see them
 * @param start name of the first page in the navigation; in the bundles as {@code section.<name>}
 * @param sections names of the other parts in the navigation, which are also their paths
 * @param styles names of assets that each page loads, beside those of all services
 * @param scripts the same; a page has to do without
 * @param zone of the times that are shown; UTC unless given
 * @param retryAfter what a browser is told to wait when something is away, 1 s to 1 h; 5 s unless given
 */
@ConfigurationProperties("heliograph.pages")
public record PagesProperties(
        String path,
        String owner,
        String role,
        String start,
        @DefaultValue List<String> sections,
        @DefaultValue List<String> styles,
        @DefaultValue List<String> scripts,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("5s") Duration retryAfter) {

    public PagesProperties {
        require("path", path, "/[a-z]+");
        require("owner", owner, "[a-z][a-z0-9-]*");
        require("role", role, "[a-z]+");
        require("start", start, "[a-z]+");
        sections = List.copyOf(sections);
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
        if (retryAfter.compareTo(Duration.ofSeconds(1)) < 0 || retryAfter.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("heliograph.pages.retry-after: expected 1s to 1h, not " + retryAfter);
        }
    }

    private static void require(String name, @Nullable String value, String form) {
        if (value == null || !value.matches(form)) {
            throw new IllegalArgumentException("heliograph.pages.%s: expected %s, not %s".formatted(name, form, value));
        }
    }

    /** Whether a path is one of a page. */
    boolean has(String requested) {
        return requested.equals(path) || requested.startsWith(path + "/");
    }
}
