package org.heliograph.operations.console;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the console asks beside operations itself. Who is not named is not asked, and the page says so.
 *
 * @param services addresses of the services of parties, by party, http or https; asked for dead letters
 * @param gate address of the gate, http or https; asked for how many offers ended how
 * @param every pause between two questions to the gate, 1 second to 10 minutes; 15 seconds unless given
 */
@ConfigurationProperties("heliograph.console")
record ConsoleProperties(
        Map<String, URI> services,
        @Nullable URI gate,
        @DefaultValue("15s") Duration every) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    ConsoleProperties {
        SortedMap<String, URI> sorted = new TreeMap<>(services == null ? Map.of() : services);
        sorted.forEach((party, address) -> require("services." + party, address));
        services = Collections.unmodifiableSortedMap(sorted);
        if (gate != null) {
            require("gate", gate);
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("heliograph.console.every: expected 1s to 10m, not " + every);
        }
    }

    private static void require(String name, URI address) {
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "heliograph.console.%s: expected an http or https address, not %s".formatted(name, address));
        }
    }
}
