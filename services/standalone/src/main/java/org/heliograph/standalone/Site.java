package org.heliograph.standalone;

import java.net.URI;
import org.heliograph.exchange.broker.OAuthProperties;

/** Where this stack lives and under which addresses its components find each other. */
record Site(
        Installation installation, StateFolder state, Ports ports, Secrets secrets, Roster roster, Brokers brokers) {

    static final String LOOPBACK = "127.0.0.1";

    String address(Port port) {
        return LOOPBACK + ":" + ports.of(port);
    }

    URI url(Port port, String path) {
        return URI.create("http://" + address(port) + path);
    }

    URI issuer() {
        return url(Port.IDENTITY, "");
    }

    URI tokenUri() {
        return url(Port.IDENTITY, "/oauth2/token");
    }

    URI introspectionUri() {
        return url(Port.IDENTITY, "/oauth2/introspect");
    }

    URI jwksUri() {
        return url(Port.IDENTITY, "/oauth2/jwks");
    }

    /** Public keys of identity as a file, for those that must start while identity is down. */
    URI jwksFile() {
        return secrets.identityPublicKeysFile().toUri();
    }

    URI registryUrl() {
        return url(Port.REGISTRY, "/apis/ccompat/v7");
    }

    OAuthProperties login(String principal) {
        return new OAuthProperties(tokenUri(), principal, secrets.client(principal));
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://" + address(Port.POSTGRES) + "/" + database;
    }
}
