package org.heliograph.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the brokers of a stack were started with, as far as it could undo every access right. */
public final class BrokerConfigurations {

    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users", "User:" + BrokerSettings.PRINCIPAL,
            "allow.everyone.if.no.acl.found", "false"));

    private final List<Path> files;

    BrokerConfigurations(List<Path> files) {
        this.files = files;
    }

    public static BrokerConfigurations of(Stack stack) {
        return new BrokerConfigurations(
                Component.brokers(stack.state().brokers().orElse(1)).stream()
                        .map(broker -> stack.state().config().resolve(broker.id() + ".properties"))
                        .toList());
    }

    /** What is not as it has to be, in words that repeat no secret. */
    public List<String> drift() {
        List<String> drift = new ArrayList<>();
        for (Path file : files) {
            Properties found = read(file);
            EXPECTED.forEach((name, expected) -> {
                String value = found.getProperty(name, "nothing");
                if (!value.equals(expected)) {
                    drift.add("%s: %s: found %s, expected %s".formatted(file.getFileName(), name, value, expected));
                }
            });
        }
        return drift;
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
