package org.heliograph.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a party collects its spans: OTLP over HTTP, as protobuf. What it got, it keeps as it came. */
final class OtlpReceiver implements AutoCloseable {

    private static final String PATH = "/v1/traces";

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private OtlpReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** On a free port. */
    static OtlpReceiver open() {
        return new OtlpReceiver(0);
    }

    /** Another one, where one was. */
    static OtlpReceiver openAgain(OtlpReceiver closed) {
        return new OtlpReceiver(closed.server.getAddress().getPort());
    }

    /** A span, and what its process says of itself. */
    record Told(Span span, Map<String, String> attributes, Map<String, String> resource) {

        String trace() {
            return hex(span.getTraceId().toByteArray());
        }

        String id() {
            return hex(span.getSpanId().toByteArray());
        }

        String parent() {
            return hex(span.getParentSpanId().toByteArray());
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    /** All that came, as it came. */
    List<String> raw() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .toList();
    }

    List<Told> spans() {
        return bodies.stream()
                .map(OtlpReceiver::parsed)
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(OtlpReceiver::told)
                .toList();
    }

    List<Told> named(String name) {
        return spans().stream()
                .filter(told -> told.span().getName().equals(name))
                .toList();
    }

    Set<String> traces() {
        return spans().stream().map(Told::trace).collect(Collectors.toSet());
    }

    private static Stream<Told> told(ResourceSpans spans) {
        Map<String, String> resource = values(spans.getResource().getAttributesList());
        return spans.getScopeSpansList().stream()
                .map(ScopeSpans::getSpansList)
                .flatMap(List::stream)
                .map(span -> new Told(span, values(span.getAttributesList()), resource));
    }

    private static Map<String, String> values(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, one -> value(one.getValue())));
    }

    private static String value(AnyValue value) {
        return value.hasStringValue() ? value.getStringValue() : Long.toString(value.getIntValue());
    }

    private static ExportTraceServiceRequest parsed(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            // An empty answer says that all was accepted.
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
