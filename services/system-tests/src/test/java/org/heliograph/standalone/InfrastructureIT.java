package org.heliograph.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfrastructureIT {

    /** How long somebody waits who is not answered. */
    private static final Duration NO_ANSWER = Duration.ofSeconds(3);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static Stack stack;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        stack = Stack.in(folder, Ports.free(), Component.infrastructure());
        stack.start();
    }

    @AfterAll
    static void stop() {
        stack.stop();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKER", "BROKER_INTERNAL"})
    void refusesKafkaClientsWithoutAuthentication(Port port) {
        assertThatThrownBy(() -> clusterId(Map.of("bootstrap.servers", address(port)), NO_ANSWER))
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void refusesControllerClientsWithoutAuthentication() {
        assertThatThrownBy(() -> clusterId(Map.of("bootstrap.controllers", address(Port.BROKER_CONTROLLER)), NO_ANSWER))
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKER_INTERNAL", "BROKER_CONTROLLER"})
    void refusesAWrongPasswordOnTheBrokersOwnListeners(Port port) {
        String bootstrap = port == Port.BROKER_CONTROLLER ? "bootstrap.controllers" : "bootstrap.servers";

        assertThatThrownBy(() -> clusterId(Map.of(
                        bootstrap,
                        address(port),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        BrokerSettings.plainLogin("guessed"))))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void takesNoPasswordsOnTheListenerForParties() {
        assertThatThrownBy(() -> clusterId(Map.of(
                        "bootstrap.servers",
                        address(Port.BROKER),
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        BrokerSettings.plainLogin(stack.secrets().broker()))))
                .hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
    }

    @Test
    void takesNoTokensOnTheBrokersOwnListener() {
        Map<String, Object> settings = stack.brokerClients("xb").admin();
        settings.put("bootstrap.servers", address(Port.BROKER_INTERNAL));

        assertThatThrownBy(() -> clusterId(settings)).hasCauseInstanceOf(UnsupportedSaslMechanismException.class);
    }

    @Test
    void letsAPartyInWithItsTokenButShowsAndGrantsItNothing() throws Exception {
        try (Admin admin = Admin.create(stack.brokerClients("xb").admin())) {
            assertThat(admin.listTopics().names().get()).isEmpty();
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("outbox.xb", 1, (short) 1)))
                            .all()
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> admin.describeAcls(org.apache.kafka.common.acl.AclBindingFilter.ANY)
                            .values()
                            .get())
                    .hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/apis",
                "/apis/ccompat/v7/subjects",
                "/apis/ccompat/v7/config",
                "/apis/registry/v3/system/info",
                "/apis/registry/v3/search/artifacts",
                "/health",
                "/metrics"
            })
    void hidesTheWholeRegistryFromTheAnonymous(String path) throws Exception {
        assertThat(send("GET", stack.url(Port.REGISTRY, path), null, "")).isEqualTo(401);
    }

    @Test
    void letsAReaderReadTheRegistryAndNotChangeIt() throws Exception {
        String token = stack.tokens().ofSystem("xb", "registry");
        URI registry = stack.registryUrl();

        assertThat(send("GET", at(registry, "/subjects"), token, "")).isEqualTo(200);
        assertThat(send("POST", at(registry, "/subjects/a/versions"), token, "{\"schema\": \"\\\"string\\\"\"}"))
                .isEqualTo(403);
        assertThat(send("DELETE", at(registry, "/subjects/a"), token, "")).isEqualTo(403);
        assertThat(send("PUT", at(registry, "/config"), token, "{\"compatibility\": \"NONE\"}"))
                .isEqualTo(403);
    }

    @Test
    void refusesTheBrokersTokensAndOfficersTokensAtTheRegistry() throws Exception {
        Tokens.OfficerTokens officer = stack.tokens().ofOfficer("xa-duty-officer");

        for (String token : Set.of(
                stack.tokens().ofSystem("operations", "broker"),
                stack.tokens().ofSystem("xa", "desk"),
                officer.accessToken(),
                officer.idToken())) {
            assertThat(send("GET", at(stack.registryUrl(), "/subjects"), token, ""))
                    .isEqualTo(401);
        }
    }

    @Test
    void keepsEverySchemaCompatibleInBothDirectionsForEver() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(at(stack.registryUrl(), "/config"))
                        .header("Authorization", "Bearer " + stack.tokens().ofSystem("xb", "registry"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("FULL_TRANSITIVE");
    }

    @Test
    void givesNoTokenWithoutASecret() throws Exception {
        assertThat(send("POST", stack.tokenUri(), null, "grant_type=client_credentials&scope=broker"))
                .isEqualTo(401);
    }

    @Test
    void letsEachRoleIntoItsOwnDatabaseAlone() throws SQLException {
        for (String role : Databases.ROLES) {
            try (var own = DriverManager.getConnection(
                    stack.databaseUrl(role), role, stack.secrets().database(role))) {
                assertThat(own.isValid(1)).isTrue();
            }
            for (String other : List.of("iom", "unodc", "xa", "xb", "registry", "postgres", "template1")) {
                if (!other.equals(role)) {
                    assertThatThrownBy(() -> DriverManager.getConnection(
                                            stack.databaseUrl(other),
                                            role,
                                            stack.secrets().database(role))
                                    .close())
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied for database");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guessed"})
    void refusesAWrongDatabasePassword(String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(stack.databaseUrl("postgres"), "postgres", password)
                        .close())
                .isInstanceOf(SQLException.class);
    }

    private static String clusterId(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        return clusterId(settings, Duration.ofMinutes(1));
    }

    private static String clusterId(Map<String, Object> settings, Duration patience)
            throws ExecutionException, InterruptedException {
        var patient = new java.util.HashMap<>(settings);
        patient.put("request.timeout.ms", "2000");
        patient.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
        try (Admin admin = Admin.create(patient)) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static String address(Port port) {
        return "127.0.0.1:" + stack.ports().of(port);
    }

    private static URI at(URI api, String path) {
        return URI.create(api + path);
    }

    private int send(String method, URI address, @org.jspecify.annotations.Nullable String token, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
