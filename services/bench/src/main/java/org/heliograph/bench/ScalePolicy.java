package org.heliograph.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A policy of made-up states and events: every state receives each event, and every other one publishes it. */
record ScalePolicy(int parties, int events) {

    private static final List<String> FAMILIES =
            List.of("alerts", "incidents", "cooperation", "maritime", "statistics", "plans", "knowledge", "campaigns");
    private static final int PUBLIC = 5;

    /** Name of the record of an event, which has a schema of its own. */
    static String schema(int event) {
        return "Scale" + event;
    }

    /**
     * Writes the files.
     *
     * @param deployed for what holds for the whole platform. One partition a topic: each costs a broker two mapped
     *     files, and a process may map some 65,000
     */
    Path write(Path folder, Path deployed) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("platform.yaml"),
                Files.readString(deployed.resolve("platform.yaml"))
                        .replaceAll("(?m)^partitions: \\d+", "partitions: 1"));
        Files.writeString(folder.resolve("parties.yaml"), all(parties, "parties:\n", this::party));
        Files.writeString(folder.resolve("events.yaml"), all(events, "events:\n", this::event));
        return folder;
    }

    /**
     * The same policy in which the first state no longer receives the first event, and the second is cleared for less.
     */
    Path writeNarrowed(Path folder, Path deployed) throws IOException {
        write(folder, deployed);
        Path eventsFile = folder.resolve("events.yaml");
        Files.writeString(eventsFile, Files.readString(eventsFile).replaceFirst("      state-1: NAMED\n", ""));
        Path partiesFile = folder.resolve("parties.yaml");
        String parties = Files.readString(partiesFile);
        int second = parties.indexOf("  state-2:");
        Files.writeString(
                partiesFile,
                parties.substring(0, second)
                        + parties.substring(second).replaceFirst("clearance: AMBER_STRICT", "clearance: AMBER"));
        return folder;
    }

    /** A signing key for each state. */
    Path writeKeys(Path folder) throws IOException, JOSEException {
        Files.createDirectories(folder);
        for (int state = 1; state <= parties; state++) {
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID("state-%d-1".formatted(state))
                    .generate();
            Files.writeString(
                    folder.resolve("state-%d.jwks".formatted(state)), new JWKSet(key.toPublicJWK()).toString());
        }
        return folder;
    }

    private static String all(int number, String head, IntFunction<String> each) {
        return IntStream.rangeClosed(1, number).mapToObj(each).collect(Collectors.joining("", head, ""));
    }

    private String party(int state) {
        return """
                state-%1$d:
                  name: Made for measuring
                  kind: STATE
                  authority: state-%1$d
                  clearance: AMBER_STRICT
                  lanes: [OPERATIONAL]
                  purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE]
                """.formatted(state).indent(2);
    }

    private String event(int event) {
        String publishers = IntStream.rangeClosed(1, parties)
                .filter(state -> (state + event) % 2 == 0)
                .mapToObj("state-%d"::formatted)
                .collect(Collectors.joining(", "));
        String receivers = IntStream.rangeClosed(1, parties)
                .mapToObj(state -> "      state-%d: NAMED\n".formatted(state))
                .collect(Collectors.joining());
        return """
                scale.event-%1$d:
                  schema: org.heliograph.events.%2$s
                  family: %3$s
                  lane: OPERATIONAL
                  floor: %4$s
                  default: GREEN
                  purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE]
                  publishers: [%5$s]
                  personalData: false
                  retention: P90D
                  receivers:
                """.formatted(
                                event,
                                schema(event),
                                FAMILIES.get(event % FAMILIES.size()),
                                event <= PUBLIC ? "CLEAR" : "GREEN",
                                publishers)
                        .indent(2)
                + receivers;
    }
}
