package org.heliograph.exchange.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.heliograph.exchange.broker.OAuthProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class IntrospectionTest {

    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private volatile String asked = "";
    private volatile int status = 200;
    private volatile String answer = "{\"active\": true}";
    private HttpServer identity;
    private Introspection introspection;

    @BeforeEach
    void open() throws IOException {
        identity = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        identity.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        identity.createContext("/oauth2/introspect", this::tell);
        identity.start();
        URI provider = URI.create("http://127.0.0.1:" + identity.getAddress().getPort());
        introspection = new Introspection(
                new IntrospectionProperties(provider.resolve("/oauth2/introspect")),
                new OAuthProperties(provider.resolve("/oauth2/token"), "xa", "s:ecret"),
                nanos::get);
    }

    @AfterEach
    void close() {
        introspection.close();
        identity.stop(0);
    }

    private void tell(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        asked = exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void asksAsTheServiceItselfAndTellsWhatIdentityTold() {
        assertThat(introspection.isActive("good")).isTrue();
        assertThat(asked)
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("xa:s%3Aecret".getBytes(StandardCharsets.UTF_8))
                                + " token=good");

        answer = "{\"active\": false}";
        assertThat(introspection.isActive("ended")).isFalse();
    }

    @Test
    void remembersAnAnswerForTenSeconds() {
        introspection.isActive("token");
        answer = "{\"active\": false}";

        pass(Duration.ofSeconds(9));
        assertThat(introspection.isActive("token")).isTrue();
        assertThat(questions).hasValue(1);
        pass(Duration.ofSeconds(1));
        assertThat(introspection.isActive("token")).isFalse();
        assertThat(questions).hasValue(2);
    }

    @Test
    void callsWithOneTokenAtOneTimeAskOnce() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> calls = IntStream.range(0, 50)
                    .mapToObj(_ -> callers.submit(() -> introspection.isActive("token")))
                    .toList();
            for (Future<Boolean> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(questions).hasValue(1);
    }

    @Test
    void whileIdentityIsAwayATokenCountsAndNothingIsAskedForAWhile(CapturedOutput output) {
        status = 503;

        assertThat(introspection.isActive("one")).isTrue();
        assertThat(introspection.isActive("two")).isTrue();
        assertThat(questions).hasValue(1);
        pass(Duration.ofSeconds(5));
        assertThat(introspection.isActive("two")).isTrue();
        assertThat(questions).hasValue(2);
        assertThat(output.toString().split("cannot be asked about tokens", -1)).hasSize(2);

        status = 200;
        answer = "{\"active\": false}";
        pass(Duration.ofSeconds(5));
        assertThat(introspection.isActive("two")).isFalse();
    }

    @Test
    void whatHasEndedStaysEndedWhileIdentityIsAway() {
        answer = "{\"active\": false}";
        introspection.isActive("ended");
        identity.stop(0);

        pass(Duration.ofMinutes(4));
        assertThat(introspection.isActive("ended")).isFalse();
        assertThat(introspection.isActive("other")).isTrue();
    }

    @Test
    void anAnswerThatSaysNothingIsNone() {
        answer = "{}";

        assertThat(introspection.isActive("token")).isTrue();
    }

    @Test
    void aServiceThatIdentityRefusesTakesNoToken(CapturedOutput output) {
        status = 401;
        answer = "{\"error\": \"invalid_client\"}";

        assertThat(introspection.isActive("token")).isFalse();
        assertThat(output).contains("does not tell this service about tokens").doesNotContain("s:ecret");
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        assertThatThrownBy(() -> new IntrospectionProperties(URI.create("ftp://elsewhere")))
                .hasMessageContaining("heliograph.introspection.uri: expected");
    }
}
