package org.heliograph.standalone.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import tools.jackson.databind.json.JsonMapper;

/** What a client asks of registry and operations: schemas by id, and the keys of the sandbox's authors. Any thread. */
final class PlayedRegistry implements AutoCloseable {

    /** Of operations, where a kit asks for keys. */
    static final String KEYS = "/api/keys/mine";

    private static final String SCHEMAS = "/schemas/ids/";
    private static final int FAR_FROM_OTHERS = 1_000;
    private static final String BEARER = "Bearer ";
    private static final JsonMapper JSON = new JsonMapper();

    private final PlayedIdentity identity;
    private final String keys;
    private final Map<Integer, String> definitions = new ConcurrentHashMap<>();
    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();
    private final LoopbackServer registry;
    private final LoopbackServer operations;

    /** @param keys answer about keys, as JSON */
    PlayedRegistry(Stack stack, PlayedIdentity identity, Map<Integer, String> definitions, String keys) {
        this.identity = identity;
        this.keys = keys;
        this.definitions.putAll(definitions);
        this.registry = new LoopbackServer(stack.ports().of(Port.REGISTRY));
        registry.handle(stack.registryUrl().getPath() + SCHEMAS, this::schema);
        this.operations = new LoopbackServer(stack.ports().of(Port.OPERATIONS));
        operations.handle(KEYS, this::keys);
    }

    /** Takes a schema, and returns the id that it has from now on: one that was not there yet. */
    int register(String definition) {
        int id = definitions.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + FAR_FROM_OTHERS;
        definitions.put(id, definition);
        return id;
    }

    /** Whether the client has asked for the schema. */
    boolean wasAskedFor(int id) {
        return asked.contains(id);
    }

    private void schema(HttpExchange exchange) throws IOException {
        if (!isLoggedIn(exchange, "registry")) {
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        int id = name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : -1;
        asked.add(id);
        String definition = definitions.get(id);
        if (definition == null) {
            LoopbackServer.answer(exchange, 404, "{\"error_code\": 40403, \"message\": \"no schema with this id\"}");
        } else {
            LoopbackServer.answer(exchange, 200, JSON.writeValueAsString(Map.of("schema", definition)));
        }
    }

    private void keys(HttpExchange exchange) throws IOException {
        if (isLoggedIn(exchange, "operations")) {
            LoopbackServer.answer(exchange, 200, keys);
        }
    }

    private boolean isLoggedIn(HttpExchange exchange, String scope) throws IOException {
        String shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (shown != null && shown.startsWith(BEARER) && identity.isGiven(shown.substring(BEARER.length()), scope)) {
            return true;
        }
        LoopbackServer.answer(exchange, 401, "{\"detail\": \"expected a token of scope %s\"}".formatted(scope));
        return false;
    }

    @Override
    public void close() {
        registry.close();
        operations.close();
    }
}
