package org.heliograph.standalone;

import java.util.Map;
import java.util.TreeMap;

/** What each application is told about the stack around it. */
final class BootSettings {

    private BootSettings() {}

    static Map<String, String> gate(Site site) {
        Map<String, String> settings =
                platform(site, Component.GATE, site.roster().platform().gate());
        resourceServer(site, "heliograph-gate", settings);
        return settings;
    }

    static Map<String, String> operations(Site site) {
        String principal = site.roster().platform().operations();
        Map<String, String> settings = platform(site, Component.OPERATIONS, principal);
        settings.put("heliograph.policy.directory", site.installation().policy().toString());
        settings.put("heliograph.policy.keys-directory", site.state().keys().toString());
        settings.put("heliograph.identity.url", site.url(Port.IDENTITY, "").toString());
        String auditor = site.roster().platform().auditor();
        settings.put("heliograph.auditor.client-id", auditor);
        settings.put("heliograph.auditor.client-secret", site.secrets().client(auditor));
        settings.put(
                "heliograph.cluster.replication-factor",
                Integer.toString(site.brokers().replicas()));
        settings.put(
                "heliograph.cluster.min-insync-replicas",
                Integer.toString(site.brokers().minInsyncReplicas()));
        settings.put("heliograph.console.gate", site.url(Port.GATE, "").toString());
        Roster.SERVICES.forEach(service -> settings.put(
                "heliograph.console.services." + service.id(),
                site.url(Port.of(service), "").toString()));
        resourceServer(site, "heliograph-operations", settings);
        return settings;
    }

    static Map<String, String> service(Site site, Component component) {
        String party = component.id();
        Map<String, String> settings = platform(site, component, party);
        settings.put("heliograph.party", party);
        settings.put(
                "heliograph.signing.key", site.secrets().signingKeyFile(party).toString());
        settings.put("spring.datasource.url", site.databaseUrl(party));
        settings.put("spring.datasource.username", party);
        settings.put("spring.datasource.password", site.secrets().database(party));
        settings.put("spring.datasource.hikari.maximum-pool-size", "8");
        settings.put("spring.datasource.hikari.minimum-idle", "2");
        settings.put("heliograph.preview.gate", site.url(Port.GATE, "").toString());
        settings.put(
                "heliograph.directory.file", site.installation().directory().toString());
        resourceServer(site, "heliograph-desk-" + party, settings);
        return settings;
    }

    private static Map<String, String> platform(Site site, Component component, String principal) {
        Map<String, String> settings = server(site, component);
        settings.put(
                "heliograph.broker.bootstrap-servers",
                String.join(",", site.brokers().addresses(site)));
        settings.put("heliograph.registry.url", site.registryUrl().toString());
        settings.put("heliograph.oauth.token-uri", site.tokenUri().toString());
        settings.put("heliograph.oauth.client-id", principal);
        settings.put("heliograph.oauth.client-secret", site.secrets().client(principal));
        settings.put("heliograph.partitions", Integer.toString(site.roster().partitions()));
        return settings;
    }

    static Map<String, String> server(Site site, Component component) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("server.address", Site.LOOPBACK);
        settings.put("server.port", Integer.toString(site.ports().of(Port.of(component))));
        settings.put("spring.main.banner-mode", "off");
        return settings;
    }

    private static void resourceServer(Site site, String audience, Map<String, String> settings) {
        String prefix = "spring.security.oauth2.resourceserver.jwt.";
        settings.put(prefix + "issuer-uri", site.issuer().toString());
        settings.put(prefix + "jwk-set-uri", site.jwksUri().toString());
        settings.put(prefix + "audiences", audience);
        settings.put(prefix + "jws-algorithms", "ES256");
        settings.put("heliograph.introspection.uri", site.introspectionUri().toString());
    }
}
