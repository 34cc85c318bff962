package org.heliograph.operations.console;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses below the console that carry what somebody else has named. */
final class ConsolePaths {

    private ConsolePaths() {}

    /** The page of one group at one topic. */
    static String group(String group, String topic) {
        return "/lag/group?group=%s&topic=%s".formatted(encoded(group), encoded(topic));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
