package org.heliograph.standalone.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.heliograph.standalone.StackException;

/** A small HTTP server on 127.0.0.1. Answers on threads of its own. */
final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;

    /** @throws StackException if the port is taken */
    LoopbackServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new StackException("port %d of the sandbox cannot be taken: %s".formatted(port, e), e);
        }
        server.start();
    }

    /** To be called before the first request comes. */
    void handle(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** Ends a request with this status and a body in JSON. */
    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
