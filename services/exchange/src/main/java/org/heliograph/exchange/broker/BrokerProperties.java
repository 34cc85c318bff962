package org.heliograph.exchange.broker;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the broker is.
 *
 * @param bootstrapServers at least one {@code host:port}
 * @param securityProtocol {@code SASL_SSL} or {@code SASL_PLAINTEXT}; without it, plain text is taken only if all
 *     servers are on this machine
 */
@ConfigurationProperties("heliograph.broker")
public record BrokerProperties(
        List<String> bootstrapServers, @Nullable String securityProtocol) {

    private static final Pattern SERVER = Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+):[0-9]{1,5}");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1]):.*");

    public BrokerProperties {
        if (bootstrapServers == null
                || bootstrapServers.isEmpty()
                || !bootstrapServers.stream()
                        .allMatch(server -> SERVER.matcher(server).matches())) {
            throw new IllegalArgumentException("heliograph.broker.bootstrap-servers: expected a list of host:port");
        }
        bootstrapServers = List.copyOf(bootstrapServers);
        if (securityProtocol == null) {
            boolean here = bootstrapServers.stream()
                    .allMatch(server -> LOOPBACK.matcher(server).matches());
            securityProtocol = here ? "SASL_PLAINTEXT" : "SASL_SSL";
        }
        if (!securityProtocol.equals("SASL_SSL") && !securityProtocol.equals("SASL_PLAINTEXT")) {
            throw new IllegalArgumentException(
                    "heliograph.broker.security-protocol: expected SASL_SSL or SASL_PLAINTEXT, not "
                            + securityProtocol);
        }
    }
}
