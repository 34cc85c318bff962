package org.heliograph.operations.mission;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * As whom the audit is followed. Operations itself may not read it: it logs in as the auditor for this and nothing
 * else.
 *
 * @param clientId the auditor's principal, {@code [a-z][a-z0-9-]*}
 * @param clientSecret never logged
 */
@ConfigurationProperties("heliograph.auditor")
record AuditorProperties(String clientId, String clientSecret) {

    private static final Pattern PRINCIPAL = Pattern.compile("[a-z][a-z0-9-]*");

    AuditorProperties {
        if (clientId == null || !PRINCIPAL.matcher(clientId).matches()) {
            throw new IllegalArgumentException(
                    "heliograph.auditor.client-id: expected a principal [a-z][a-z0-9-]*, not " + clientId);
        }
        if (clientSecret == null || clientSecret.isBlank()) {
            throw new IllegalArgumentException("heliograph.auditor.client-secret: expected the secret of the auditor");
        }
    }

    @Override
    public String toString() {
        return "AuditorProperties[clientId=" + clientId + ", clientSecret=***]";
    }
}
