package org.heliograph.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;

/** Keeps what it is asked, and answers what a test says. */
final class GateStandIn implements AutoCloseable {

    private static final int ANY = 1;

    private final HttpServer server;
    private final List<Dispatch> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "";
    private String eligible = "";
    private String token = "";
    private boolean forgotten;

    GateStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/preview", this::answer);
        server.createContext("/eligible", this::answerEligible);
        server.start();
    }

    /** Every schema has the same id here: a test knows what it sent. */
    static final class Schemas implements SchemaLookup {

        @Override
        public OptionalInt idOf(Schema schema) {
            return OptionalInt.of(ANY);
        }

        @Override
        public Optional<Schema> byId(int id) {
            return Optional.empty();
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void answers(int with, String json) {
        status = with;
        answer = json;
    }

    /** Whom the gate says may be named, as JSON; until this is called it does not know the question. */
    synchronized void tellsEligible(String json) {
        if (forgotten) {
            throw new IllegalStateException("a desk remembers whom it may ask: expected desks that no other test uses");
        }
        eligible = json;
    }

    /** Is as if nothing had been asked, and never tells who may be named. */
    synchronized void forget() {
        forgotten = true;
        status = 200;
        answer = "";
        token = "";
        asked.clear();
    }

    /** From now on it does not know who may be named; gives back what it said before. */
    synchronized String tellsNothing() {
        String before = eligible;
        eligible = "";
        return before;
    }

    private synchronized void answerEligible(HttpExchange exchange) throws IOException {
        byte[] body = eligible.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** The token of the last question. */
    synchronized String token() {
        return token;
    }

    /** What was asked since the last call. */
    synchronized List<Dispatch> take() {
        List<Dispatch> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    static <E extends SpecificRecord> E event(Dispatch dispatch, Class<E> type) {
        return AvroBinary.decode(
                type,
                EventSchemas.of(type),
                WireValue.split(dispatch.getEvent()).binary());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] value = exchange.getRequestBody().readAllBytes();
        asked.add(AvroBinary.decode(
                Dispatch.class,
                EventSchemas.of(Dispatch.class),
                WireValue.split(value).binary()));
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
