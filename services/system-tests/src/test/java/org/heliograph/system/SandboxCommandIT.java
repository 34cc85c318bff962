package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.heliograph.operations.PolicyGrounds;
import org.heliograph.operations.PolicyGroundsExtension;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.sandbox.Limits;
import org.heliograph.standalone.sandbox.Sandbox;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.RawToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./heliograph sandbox} says, and that it is no way into the platform. */
@ExtendWith({PolicyGroundsExtension.class, OperationsUp.class})
class SandboxCommandIT {

    private static final String READER = SandboxClients.READER;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;

    @TempDir
    private Path folder;

    SandboxCommandIT(PolicyGrounds grounds) {
        this.stack = grounds.stack();
    }

    @Test
    void tellsWhatItFoundAndWritesNothingToThePlatform() throws Exception {
        Path kit = new SandboxClients(stack, folder).kit(KitRuntime.PYTHON);
        Path data = stack.state().root().resolve("sandbox").resolve(READER).resolve("client");
        Files.deleteIfExists(data.resolve("kit.json"));
        String port = Integer.toString(SandboxClients.freePort());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Said> command = CompletableFuture.supplyAsync(
                    () -> Said.by(stack, "sandbox", READER, "--only", "first,commits", "--check-port", port), threads);
            await().atMost(PATIENCE).until(() -> command.isDone() || Files.exists(data.resolve("kit.json")));
            Said said;
            try (KitProcess client = new KitProcess(SandboxClients.in(data, KitRuntime.PYTHON.consume(kit)))) {
                said = command.join();
                client.await(each -> !each.lines().isEmpty(), "a line of the kit");
                assertThat(keysOnThePlatform())
                        .doesNotContainAnyElementsOf(client.lines().stream()
                                .map(line -> line.path("key").asString(""))
                                .toList());
            }

            assertThat(said.code()).as(said.text()).isZero();
            assertThat(said.text())
                    .contains("HELIOGRAPH_KIT=" + data, "It reads in the group xc.kit")
                    .containsPattern("first +pass")
                    .containsPattern("commits +pass");
        }
    }

    @Test
    void itsTokensAndSecretsAreGoodNowhereElseAndThoseOfThePlatformAreNotGoodInIt() throws Exception {
        SandboxClients clients = new SandboxClients(stack, folder);
        Limits limits = new Limits(PATIENCE, PATIENCE, PATIENCE, PATIENCE, 1);
        int port = SandboxClients.freePort();
        try (Sandbox sandbox =
                Sandbox.open(folder.resolve("sandbox"), clients.inForce(), READER, List.of(), port, limits)) {
            JsonNode settings =
                    JSON.readTree(Files.readString(sandbox.clientFolder().resolve("kit.json")));
            String brokers = settings.get("brokers").asString();
            URI tokens = URI.create(settings.get("tokenEndpoint").asString());
            String secret = Files.readString(sandbox.clientFolder().resolve("secret"));
            HttpResponse<String> own = token(tokens, secret);
            String ownToken = JSON.readTree(own.body()).path("access_token").asString("");

            assertThat(own.statusCode()).isEqualTo(200);
            describe(brokers, ownToken);
            assertThat(token(stack.tokenUri(), secret).statusCode()).isEqualTo(401);
            assertThat(token(tokens, stack.secrets().client(READER)).statusCode())
                    .isEqualTo(401);
            assertRefused(stack.bootstrapServers(), ownToken);
            assertRefused(brokers, stack.tokens().ofSystem(READER, "broker"));
        }
    }

    @Test
    void saysThatNoClientCame() {
        Said said = Said.by(
                stack,
                "sandbox",
                READER,
                "--only",
                "first,burst",
                "--wait",
                "1",
                "--check-port",
                Integer.toString(SandboxClients.freePort()));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .containsPattern("first +not tried: it does not answer at http://127.0.0.1:")
                .containsPattern("burst +not tried: ");
    }

    @Test
    void saysInOneLineWhatItCannotPlay() {
        Said nobody = Said.by(stack, "sandbox", "xz");
        Said topic = Said.by(stack, "sandbox", READER, "--topic", "inbox.xb.alerts");
        Said check = Said.by(stack, "sandbox", READER, "--only", "all");
        Said pause = Said.by(stack, "sandbox", READER, "--pause", "0");

        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.text()).contains("no principal 'xz'");
        assertThat(topic.code()).isEqualTo(1);
        assertThat(topic.text()).contains("--topic: found inbox.xb.alerts, expected one of inbox.xc.alerts");
        assertThat(check.code()).isNotZero();
        assertThat(check.text()).contains("found 'all', expected first, duplicates, version");
        assertThat(pause.code()).isEqualTo(1);
        assertThat(pause.text()).contains("--pause: found 0 seconds, expected 1 to 600");
    }

    @ParameterizedTest
    @EnumSource
    void aKitSaysWhatIsWrongWithThePortToAnswerAt(KitRuntime runtime) {
        ProcessBuilder client = runtime.consume(new SandboxClients(stack, folder).kit(runtime));
        client.environment().put("HELIOGRAPH_CHECK_PORT", "none");

        try (KitProcess process = new KitProcess(client)) {
            assertThat(process.exitCode()).as(process.said()).isEqualTo(1);
            assertThat(process.said()).contains("HELIOGRAPH_CHECK_PORT: found none, expected a free port");
        }
    }

    private List<String> keysOnThePlatform() {
        try (PartySystem system = new PartySystem(stack, READER)) {
            return system.readAll(system.inboxes()).stream()
                    .map(ConsumerRecord::key)
                    .toList();
        }
    }

    private static HttpResponse<String> token(URI endpoint, String secret) throws Exception {
        String pair = READER + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(endpoint)
                            .header(
                                    "Authorization",
                                    "Basic "
                                            + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=broker"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void assertRefused(String brokers, String token) {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> describe(brokers, token))
                .withCauseInstanceOf(SaslAuthenticationException.class);
    }

    private static void describe(String brokers, String token) throws ExecutionException, InterruptedException {
        Map<String, Object> config = RawToken.login(brokers, token);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(config)) {
            admin.describeCluster().clusterId().get();
        }
    }
}
