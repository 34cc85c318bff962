package org.heliograph.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Apicurio Registry: nothing without a token, writing only with the administrator's role. */
final class RegistryPart implements Part {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final Site site;
    private final Programs programs;
    private final ProbeToken token;

    RegistryPart(Site site, Programs programs) {
        this.site = site;
        this.programs = programs;
        this.token = new ProbeToken(
                () -> new Tokens(site).ofSystem(site.roster().platform().operations(), "registry"));
    }

    @Override
    public Component component() {
        return Component.REGISTRY;
    }

    @Override
    public ChildProcess launch() {
        Path config = PropertiesFile.write(site.state().config().resolve("registry.properties"), settings());
        return programs.registry(config, "192m");
    }

    @Override
    public boolean isReady() {
        return Probe.status(subjects(), null) == UNAUTHORIZED && Probe.status(subjects(), token.current()) == OK;
    }

    private URI subjects() {
        return URI.create(site.registryUrl() + "/subjects");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.http.host", Site.LOOPBACK);
        settings.put("quarkus.http.port", Integer.toString(site.ports().of(Port.REGISTRY)));
        // Its management port shows metrics to anybody and cannot be made to ask for a token.
        settings.put("quarkus.management.host-enabled", "false");
        settings.put("quarkus.log.category.\"io.quarkus.http.access-log\".level", "OFF");
        settings.put("apicurio.storage.sql.kind", "postgresql");
        settings.put("apicurio.datasource.url", site.databaseUrl("registry"));
        settings.put("apicurio.datasource.username", "registry");
        settings.put("apicurio.datasource.password", site.secrets().database("registry"));
        settings.put("apicurio.datasource.jdbc.initial-size", "2");
        settings.put("apicurio.datasource.jdbc.min-size", "1");
        settings.put("apicurio.datasource.jdbc.max-size", "10");
        settings.put("apicurio.config.dynamic.allow-all", "false");
        settings.put("apicurio.rules.global.compatibility", "FULL_TRANSITIVE");
        authentication(settings);
        return settings;
    }

    private void authentication(Map<String, String> settings) {
        settings.put("quarkus.oidc.tenant-enabled", "true");
        settings.put("quarkus.oidc.application-type", "service");
        settings.put("quarkus.oidc.auth-server-url", site.issuer().toString());
        settings.put("quarkus.oidc.discovery-enabled", "false");
        settings.put("quarkus.oidc.jwks-path", site.jwksUri().toString());
        // The first token fetches the keys, so that the registry can start before identity.
        settings.put("quarkus.oidc.jwks.resolve-early", "false");
        settings.put("quarkus.oidc.token.issuer", site.issuer().toString());
        settings.put("quarkus.oidc.token.audience", "heliograph-registry");
        settings.put("quarkus.oidc.token.signature-algorithm", "ES256");
        settings.put("quarkus.oidc.token.principal-claim", "sub");
        settings.put("quarkus.oidc.roles.role-claim-path", "roles");
        settings.put("quarkus.http.auth.permission.all.paths", "/*");
        settings.put("quarkus.http.auth.permission.all.policy", "authenticated");
        settings.put("apicurio.auth.role-based-authorization", "true");
        settings.put("apicurio.auth.roles.readonly", "registry-reader");
        settings.put("apicurio.auth.roles.developer", "registry-writer");
        settings.put("apicurio.auth.roles.admin", "registry-admin");
    }
}
