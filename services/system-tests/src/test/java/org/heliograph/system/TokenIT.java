package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.Tokens;
import org.heliograph.testkit.ForgedTokens;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.RawToken;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A token is good for one audience, for one party, for five minutes, and only if identity made it. */
@HeliographStack
class TokenIT {

    private static final Map<String, Object> AS_XB = Map.of(
            "sub",
            "xb",
            "kafka_principal",
            "xb",
            "party",
            "xb",
            "roles",
            List.of("officer", "registry-reader", "operator"));

    private final Stack stack;
    private final ForgedTokens tokens;
    private final HttpClient http = HttpClient.newHttpClient();

    TokenIT(Stack stack) {
        this.stack = stack;
        this.tokens = ForgedTokens.of(stack);
    }

    @TestFactory
    List<DynamicTest> theBrokerRefuses() {
        Map<String, String> bad = new HashMap<>(tokens.bad("heliograph-broker", AS_XB));
        bad.remove(ForgedTokens.NONE);
        Tokens.OfficerTokens officer = stack.tokens().ofOfficer("xb-duty-officer");
        bad.put("officer's access token", officer.accessToken());
        bad.put("officer's ID token", officer.idToken());
        bad.put("system's desk token", stack.tokens().ofSystem("xb", "desk"));
        bad.put("system's registry token", stack.tokens().ofSystem("xb", "registry"));
        bad.put("no principal claim", tokens.good("heliograph-broker", Map.of("party", "xb")));
        bad.put("desk token", tokens.good("heliograph-desk-xb", AS_XB));
        return bad.entrySet().stream()
                .map(token -> DynamicTest.dynamicTest(
                        token.getKey(),
                        () -> assertThatExceptionOfType(ExecutionException.class)
                                .isThrownBy(() -> topicsSeenWith(token.getValue()))
                                .withCauseInstanceOf(SaslAuthenticationException.class)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> noListenerOfTheBrokerTakesAClientWithoutAToken() {
        return Stream.of(Port.BROKER, Port.BROKER_INTERNAL, Port.BROKER_CONTROLLER)
                .map(port -> DynamicTest.dynamicTest(
                        port.name(),
                        () -> assertThatExceptionOfType(ExecutionException.class)
                                .isThrownBy(() -> describe(anonymous(port), 3_000))
                                .withCauseInstanceOf(RetriableException.class)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> theBrokersOwnListenersTakeNoTokenAndNoGuessedPassword() {
        return Stream.of(Port.BROKER_INTERNAL, Port.BROKER_CONTROLLER)
                .flatMap(port -> Stream.of(
                        DynamicTest.dynamicTest(
                                port + ": token",
                                () -> assertUnauthenticated(at(
                                        port, RawToken.login(address(port), tokens.good("heliograph-broker", AS_XB))))),
                        DynamicTest.dynamicTest(port + ": password", () -> assertUnauthenticated(password(port)))))
                .toList();
    }

    private void assertUnauthenticated(Map<String, Object> login) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> describe(login, 60_000))
                .withCauseInstanceOf(AuthenticationException.class);
    }

    private Map<String, Object> anonymous(Port port) {
        return at(port, new HashMap<>());
    }

    private Map<String, Object> at(Port port, Map<String, Object> login) {
        login.remove(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        login.put(
                port == Port.BROKER_CONTROLLER
                        ? AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG
                        : AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(port));
        return login;
    }

    private static void describe(Map<String, Object> config, int millis)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(patient(config, millis))) {
            admin.describeCluster().clusterId().get();
        }
    }

    /** Some refusals are no answer at all, and cost this time. */
    private static Map<String, Object> patient(Map<String, Object> config, int millis) {
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        return config;
    }

    private Map<String, Object> password(Port port) {
        Map<String, Object> config = anonymous(port);
        config.put("security.protocol", "SASL_PLAINTEXT");
        config.put("sasl.mechanism", "PLAIN");
        config.put(
                "sasl.jaas.config",
                PlainLoginModule.class.getName() + " required username=\"broker\" password=\"broker\";");
        return config;
    }

    private String address(Port port) {
        return "127.0.0.1:" + stack.ports().of(port);
    }

    @Test
    void theBrokerTakesTheSameTokenWithoutAFault() throws Exception {
        assertThat(topicsSeenWith(tokens.good("heliograph-broker", AS_XB))).contains("outbox.xb");
    }

    @TestFactory
    List<DynamicTest> everyHttpPortRefuses() {
        return protectedResources().stream()
                .flatMap(resource -> tokens.bad(resource.audience(), AS_XB).entrySet().stream()
                        .map(token -> DynamicTest.dynamicTest(
                                resource.port() + ": " + token.getKey(),
                                () -> assertThat(status(resource.uri(stack), token.getValue()))
                                        .isEqualTo(401))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyHttpPortRefusesTokensThatWereIssuedForSomethingElse() {
        Tokens.OfficerTokens officer = stack.tokens().ofOfficer("xb-duty-officer");
        Map<String, String> others = Map.of(
                "broker token", stack.tokens().ofSystem("xb", "broker"),
                "officer's ID token", officer.idToken(),
                "officer's access token", officer.accessToken());
        return protectedResources().stream()
                .flatMap(resource -> others.entrySet().stream()
                        .filter(token ->
                                !(resource.port() == Port.XB && token.getKey().equals("officer's access token")))
                        .map(token -> DynamicTest.dynamicTest(
                                resource.port() + ": " + token.getKey(),
                                () -> assertThat(status(resource.uri(stack), token.getValue()))
                                        .isEqualTo(401))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyHttpPortTakesTheSameTokenWithoutAFault() {
        return protectedResources().stream()
                .filter(resource -> resource.port() != Port.GATE && resource.port() != Port.IDENTITY)
                .map(resource -> DynamicTest.dynamicTest(resource.port().name(), () -> {
                    Map<String, Object> claims = new HashMap<>(AS_XB);
                    claims.put("party", resource.port().component().id());
                    assertThat(status(resource.uri(stack), tokens.good(resource.audience(), claims)))
                            .isEqualTo(200);
                }))
                .toList();
    }

    @Test
    void aDeskRefusesATokenOfNobody() throws Exception {
        Map<String, Object> nobody = new HashMap<>(AS_XB);
        nobody.put("sub", "xb-nobody");

        assertThat(status(stack.url(Port.XB, "/api/v1/requests"), tokens.good("heliograph-desk-xb", nobody)))
                .isEqualTo(401);
    }

    @Test
    void anotherPartysDeskRefusesAGoodToken() throws Exception {
        URI atXa = stack.url(Port.XA, "/api/v1/requests");

        assertThat(status(atXa, tokens.good("heliograph-desk-xb", AS_XB))).isEqualTo(401);
        assertThat(status(atXa, tokens.good("heliograph-desk-xa", AS_XB))).isEqualTo(401);
    }

    private static List<Resource> protectedResources() {
        return List.of(
                new Resource(Port.REGISTRY, "/apis/ccompat/v7/subjects", "heliograph-registry"),
                new Resource(Port.OPERATIONS, "/api/policy", "heliograph-operations"),
                new Resource(Port.GATE, "/preview", "heliograph-gate"),
                new Resource(Port.IOM, "/api/v1/requests", "heliograph-desk-iom"),
                new Resource(Port.UNODC, "/api/v1/requests", "heliograph-desk-unodc"),
                new Resource(Port.XA, "/api/v1/requests", "heliograph-desk-xa"),
                new Resource(Port.XB, "/api/v1/requests", "heliograph-desk-xb"));
    }

    private record Resource(Port port, String path, String audience) {

        URI uri(Stack stack) {
            return stack.url(port, path);
        }
    }

    private Set<String> topicsSeenWith(String token) throws ExecutionException, InterruptedException {
        return topicsSeenWith(RawToken.login(stack.bootstrapServers(), token));
    }

    private static Set<String> topicsSeenWith(Map<String, Object> config)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(patient(config, 60_000))) {
            return admin.listTopics().names().get();
        }
    }

    private int status(URI uri, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
