package org.heliograph.unodc;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.events.Receipt;
import org.heliograph.events.validation.EventRules;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OwnEvent;
import org.heliograph.exchange.outbox.UnsentDispatches;
import org.heliograph.exchange.receipt.Receipts;
import org.heliograph.exchange.wire.SchemaLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * UNODC's service on a real database and port. What it says stays in memory. A token is the word of its holder for the
 * role; tokens themselves are tested elsewhere.
 */
public final class TestUnodc {

    private static final JsonMapper JSON = new JsonMapper();

    private static final AtomicReference<@Nullable TestUnodc> KEPT = new AtomicReference<>();

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** One that all classes of a JVM use, one after the other; it is as new each time, and ends with the JVM. */
    public static synchronized TestUnodc renewed() {
        TestUnodc unodc = KEPT.get();
        if (unodc == null) {
            unodc = new TestUnodc();
            KEPT.set(unodc);
        } else {
            unodc.database.renew(unodc.context.getBean(HikariDataSource.class));
            unodc.context.getBean(Mailbag.class).letters.clear();
        }
        return unodc;
    }

    private TestUnodc() {
        database = TestDatabase.migrated("classpath:db/exchange", "classpath:db/desk", "classpath:db/unodc");
        context = new SpringApplicationBuilder(UnodcApplication.class, Surroundings.class)
                .run(
                        "--server.port=0",
                        "--heliograph.clocks.every=1h",
                        "--heliograph.preview.gate=http://127.0.0.1:1",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.hikari.allow-pool-suspension=true",
                        "--heliograph.oauth.token-uri=http://127.0.0.1:1/oauth2/token",
                        "--heliograph.oauth.client-id=unodc",
                        "--heliograph.oauth.client-secret=secret",
                        "--heliograph.introspection.uri=http://127.0.0.1:1/oauth2/introspect",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1",
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/oauth2/jwks");
    }

    /** An event with whom it is for. */
    public record Letter(SpecificRecord event, Distribution distribution) {}

    /** What the service answered. */
    public record Answer(int status, String text, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        Mailbag mailbag() {
            return new Mailbag();
        }

        @Bean
        UnsentDispatches unsentDispatches() {
            return new UnsentDispatches("unodc", new NoSchemas());
        }

        @Bean
        JwtDecoder jwtDecoder() {
            return role -> Jwt.withTokenValue(role)
                    .header("alg", "none")
                    .claim("roles", List.of(role))
                    .build();
        }
    }

    private static final class NoSchemas implements SchemaLookup {
        @Override
        public OptionalInt idOf(Schema schema) {
            return OptionalInt.empty();
        }

        @Override
        public Optional<Schema> byId(int id) {
            return Optional.empty();
        }
    }

    private static final class Mailbag implements Outbox, Receipts {

        private final List<Letter> letters = new CopyOnWriteArrayList<>();

        @Override
        public void add(SpecificRecord event, Distribution distribution) {
            List<String> violations = EventRules.violations(event);
            if (!violations.isEmpty() || !TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("no dispatch: " + violations);
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    letters.add(new Letter(event, distribution));
                }
            });
        }

        @Override
        public long waiting(String eventType) {
            return 0;
        }

        @Override
        public Optional<OwnEvent> find(UUID eventId) {
            return Optional.empty();
        }

        @Override
        public List<OwnEvent> latest(long offset, int most) {
            return List.of();
        }

        @Override
        public List<Receipt> of(UUID eventId) {
            return List.of();
        }
    }

    /** All that was said so far. */
    public List<Letter> letters() {
        return List.copyOf(context.getBean(Mailbag.class).letters);
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    public Answer getOpen(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer postOpen(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    public Answer get(String path) {
        return send(request(path, "Authorization", "Bearer officer").GET());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(request(path, "Authorization", "Bearer officer", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Takes an event as the inbox would, from a topic, in a transaction. */
    public void receive(SpecificRecord event, String topic) {
        Delivery delivery = new Delivery(topic, 0, 0, Instant.now());
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        context.<InboxHandler<?>>getBeanProvider(ResolvableType.forClass(InboxHandler.class)).stream()
                                .filter(handler -> handler.eventClass() == event.getClass())
                                .forEach(handler -> handle(handler, event, delivery)));
    }

    private static <E extends SpecificRecord> void handle(
            InboxHandler<E> handler, SpecificRecord event, Delivery delivery) {
        handler.handle(handler.eventClass().cast(event), delivery);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
