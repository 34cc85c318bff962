package org.heliograph.desk;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.cooperation.Competence;
import org.heliograph.desk.requests.ClockRound;
import org.heliograph.desk.requests.NoticeRound;
import org.heliograph.events.RequestKind;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.heliograph.exchange.outbox.UnsentDispatches;
import org.heliograph.pages.session.IdentityStandIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk of a party on a real database and port; events go to a mailbag. */
final class TestDesk implements AutoCloseable {

    // Without coop_reference: a number that is drawn for nothing is a gap.
    private static final List<String> TABLES = List.of(
            "coop_request",
            "coop_instance",
            "coop_step",
            "coop_command",
            "coop_notice",
            "coop_submission",
            "copy_notice",
            "incident",
            "journal",
            "observation",
            "publication");

    private final String party;
    private final IdentityStandIn identity;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    /** The database is named by its URL. Nobody answers for the gate unless the settings name one. */
    TestDesk(String party, IdentityStandIn identity, String database, String... settings) {
        this.party = party;
        this.identity = identity;
        this.context = new SpringApplicationBuilder(Service.class)
                .properties("heliograph.preview.gate=http://127.0.0.1:1")
                .run(Stream.concat(Stream.of(arguments(party, identity, database)), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** One that a desk finds as it would leave it. */
    static TestDatabase database() {
        return TestDatabase.migrated("classpath:db/exchange", "classpath:db/desk");
    }

    private static String[] arguments(String party, IdentityStandIn identity, String database) {
        return new String[] {
            "--spring.config.import=classpath:heliograph-desk.yaml",
            "--server.port=0",
            "--heliograph.party=" + party,
            "--heliograph.desk.max-body=8KB",
            "--heliograph.clocks.every=1h",
            "--spring.flyway.locations=classpath:db/desk",
            "--spring.datasource.url=" + database,
            "--spring.datasource.hikari.connection-timeout=1000",
            "--spring.datasource.hikari.allow-pool-suspension=true",
            "--heliograph.oauth.token-uri=" + identity.issuer() + "/oauth2/token",
            "--heliograph.oauth.client-id=" + party,
            "--heliograph.oauth.client-secret=secret-of-" + party,
            "--heliograph.introspection.uri=" + identity.issuer() + "/oauth2/introspect",
            "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + identity.issuer(),
            "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + identity.issuer() + "/oauth2/jwks"
        };
    }

    /** A service that may be asked for everything but mutual legal assistance. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {
        @Bean
        Competence competence() {
            Set<RequestKind> kinds = EnumSet.allOf(RequestKind.class);
            kinds.remove(RequestKind.MLA_PREPARATION);
            return new Competence(kinds);
        }

        @Bean
        TurnedClock clock() {
            return new TurnedClock();
        }

        @Bean
        LettersInMemory letters() {
            return new LettersInMemory();
        }

        @Bean
        Mailbag mailbag() {
            return new Mailbag();
        }

        @Bean
        UnsentDispatches unsentDispatches(PartyProperties party) {
            return new UnsentDispatches(party.party(), new GateStandIn.Schemas());
        }
    }

    /** What the desk answered; the body is missing where it is empty. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Is as a desk that has just been started, if its gate never told whom it may ask. */
    void renew(TestDatabase database) {
        database.renew(bean(HikariDataSource.class));
        mailbag().forget();
        clock().turnBack();
        bean(LettersInMemory.class).clear();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Mailbag mailbag() {
        return context.getBean(Mailbag.class);
    }

    TurnedClock clock() {
        return context.getBean(TurnedClock.class);
    }

    /** Does what the clocks of requests say is due. */
    void clockRound() {
        context.getBean(ClockRound.class).go();
    }

    /** Tells those who may know of requests by metadata what is to be told. */
    void noticeRound() {
        context.getBean(NoticeRound.class).go();
    }

    Answer get(String path) {
        return send(request(path, officer()).GET());
    }

    Answer post(String path, Map<String, ?> body, String... headers) {
        return send(request(path, officer(), headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    Answer postRaw(String path, String body) {
        return postRaw(path, "application/json", BodyPublishers.ofString(body));
    }

    Answer postChunked(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return postRaw(path, "application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    Answer postRaw(String path, String contentType, BodyPublisher body) {
        return send(request(path, officer()).header("Content-Type", contentType).POST(body));
    }

    Answer getAs(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    Answer delete(String path) {
        return send(request(path, officer()).DELETE());
    }

    /** Sends these characters and gives back all that comes. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where its pages are. */
    String address() {
        return "http://127.0.0.1:" + port();
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Its database. */
    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** How many rows there are, of whatever a call may store. */
    int rows() {
        JdbcClient jdbc = jdbc();
        return TABLES.stream()
                .mapToInt(table -> jdbc.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    /** Takes an event as the inbox would, in a transaction. */
    void receive(SpecificRecord event) {
        Delivery delivery = new Delivery("inbox." + party + ".cooperation", 0, 0, Instant.now());
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> handlers().stream()
                        .filter(handler -> handler.eventClass() == event.getClass())
                        .forEach(handler -> handle(handler, event, delivery)));
    }

    private List<InboxHandler<?>> handlers() {
        ObjectProvider<InboxHandler<?>> handlers = context.getBeanProvider(ResolvableType.forClass(InboxHandler.class));
        return handlers.stream().toList();
    }

    private static <E extends SpecificRecord> void handle(
            InboxHandler<E> handler, SpecificRecord event, Delivery delivery) {
        handler.handle(handler.eventClass().cast(event), delivery);
    }

    private String officer() {
        return identity.token(party, "officer");
    }

    private HttpRequest.Builder request(String path, @Nullable String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = response.body().startsWith("{")
                    ? json.readTree(response.body())
                    : json.getNodeFactory().missingNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
    }
}
