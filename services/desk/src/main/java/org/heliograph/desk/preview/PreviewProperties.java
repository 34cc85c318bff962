package org.heliograph.desk.preview;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom to ask.
 *
 * @param gate base address of the gate, http or https
 */
@ConfigurationProperties("heliograph.preview")
record PreviewProperties(URI gate) {

    PreviewProperties {
        if (!isHttp(gate)) {
            throw new IllegalArgumentException(
                    "heliograph.preview.gate: expected an http or https address, not " + gate);
        }
    }

    private static boolean isHttp(@Nullable URI uri) {
        return uri != null
                && uri.getHost() != null
                && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }
}
