package org.heliograph.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;

/** Who may do everything at a stack's broker: what hardware, retention and administrators do there, tests do as it. */
public final class SuperUser {

    private SuperUser() {}

    /** Settings of a client, address and login alone. */
    public static Map<String, Object> login(Stack stack) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", "127.0.0.1:" + stack.ports().of(Port.BROKER_INTERNAL));
        config.put("security.protocol", "SASL_PLAINTEXT");
        config.put("sasl.mechanism", "PLAIN");
        config.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\"%s\";"
                        .formatted(password(stack)));
        return config;
    }

    private static String password(Stack stack) {
        try {
            return Files.readString(stack.state().secrets().resolve("broker")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
