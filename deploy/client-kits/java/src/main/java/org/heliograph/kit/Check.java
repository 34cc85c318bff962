package org.heliograph.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A small answer about this program itself, for {@code ./heliograph sandbox}: what it has handled since it began, by
 * keys, and no content. Off unless HELIOGRAPH_CHECK_PORT or kit.json names a port; on 127.0.0.1 alone. Any thread.
 */
final class Check implements AutoCloseable {

    private static final String PATH = "/check";

    /** Of each list; the oldest are forgotten first. */
    private static final int REMEMBERED = 10_000;

    /** What became of a record. */
    enum Kind {
        HANDLED,
        RECALLED,
        REPEATED,
        REFUSED
    }

    /** Of the program, which the Kafka client's login shares. */
    private static final Check OF_THIS_PROGRAM = new Check();

    private final String instance = UUID.randomUUID().toString();
    private final Map<Kind, Map<String, Integer>> counts = new EnumMap<>(Kind.class);
    private final Set<Integer> schemas = new TreeSet<>();
    private int tokens;
    private String error;
    private HttpServer server;

    private Check() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LinkedHashMap<>());
        }
    }

    static Check get() {
        return OF_THIS_PROGRAM;
    }

    /** Begins to answer, if a port is named. */
    synchronized Check open(Settings settings, String group) {
        String port = System.getenv().getOrDefault("HELIOGRAPH_CHECK_PORT", settings.kit().path("checkPort").asText(""));
        if (port.isEmpty()) {
            return this;
        }
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        } catch (IOException | IllegalArgumentException e) {
            throw new KitException("HELIOGRAPH_CHECK_PORT: found %s, expected a free port of this machine (%s)"
                    .formatted(port, e.getMessage()));
        }
        server.createContext(PATH, exchange -> answer(exchange, settings.principal(), group));
        server.start();
        return this;
    }

    private void answer(HttpExchange exchange, String principal, String group) throws IOException {
        byte[] body = exchange.getRequestURI().getPath().equals(PATH)
                ? said(principal, group).toString().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** That a record came to this, after it did. */
    synchronized void note(Kind kind, String key) {
        if (server == null) {
            return;
        }
        Map<String, Integer> counted = counts.get(kind);
        counted.merge(String.valueOf(key), 1, Integer::sum);
        if (counted.size() > REMEMBERED) {
            counted.remove(counted.keySet().iterator().next());
        }
    }

    synchronized void schema(int id) {
        schemas.add(id);
    }

    synchronized void token() {
        tokens++;
    }

    synchronized void error(String text) {
        error = text;
    }

    private synchronized ObjectNode said(String principal, String group) {
        ObjectNode said = Settings.JSON.createObjectNode();
        said.put("instance", instance);
        said.put("principal", principal);
        said.put("group", group);
        counts.forEach((kind, counted) -> {
            ArrayNode list = said.putArray(kind.name().toLowerCase(Locale.ROOT));
            counted.forEach((key, times) -> list.addObject().put("key", key).put("times", times));
        });
        ArrayNode met = said.putArray("schemas");
        schemas.forEach(met::add);
        said.put("tokens", tokens);
        said.put("error", error);
        return said;
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
