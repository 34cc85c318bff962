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

/**
 * A policy of made-up states and events: every state receives each event, and every other one publishes it. The first
 * has a role of its own, the others one by whether their number is even.
 */
record ScalePolicy(int parties, int events) {

    private static final List<String> FAMILIES =
            List.of("alerts", "incidents", "cooperation", "maritime", "statistics", "plans", "knowledge", "campaigns");
    private static final int PUBLIC = 5;
    private static final String ROLES = """
            roles:
              even:
                kind: STATE
                clearance: AMBER_STRICT
                lanes: [OPERATIONAL]
                purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE]
              odd:
                kind: STATE
                clearance: AMBER_STRICT
                lanes: [OPERATIONAL]
                purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE]
              first:
                kind: STATE
                clearance: AMBER_STRICT
                lanes: [OPERATIONAL]
                purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE]
            """;

    private static final String AUDIT = """
            audit:
              access:
                first: own
                even: own
                odd: own
            """;

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
        Files.writeString(folder.resolve("parties.yaml"), all(parties, ROLES + "parties:\n", ScalePolicy::party));
        Files.writeString(folder.resolve("events.yaml"), all(events, "events:\n", ScalePolicy::event) + AUDIT);
        Files.writeString(folder.resolve("grants.yaml"), "grants: {}\n");
        Files.writeString(folder.resolve("declassifiers.yaml"), "declassifiers: {}\n");
        return folder;
    }

    /**
     * The same policy in which the first state no longer receives the first event, and the second is cleared for less.
     */
    Path writeNarrowed(Path folder, Path deployed) throws IOException {
        write(folder, deployed);
        Path eventsFile = folder.resolve("events.yaml");
        Files.writeString(eventsFile, Files.readString(eventsFile).replaceFirst(" +first: A\n", ""));
        Path partiesFile = folder.resolve("parties.yaml");
        String parties = Files.readString(partiesFile);
        int second = parties.indexOf("  state-2:");
        Files.writeString(
                partiesFile,
                parties.substring(0, second)
                        + parties.substring(second).replaceFirst("role: even\n", "role: even\n    clearance: AMBER\n"));
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

    private static String party(int state) {
        String role = state == 1 ? "first" : state % 2 == 0 ? "even" : "odd";
        return """
                state-%d:
                  name: Made for measuring
                  role: %s
                """.formatted(state, role).indent(2);
    }

    private static String event(int event) {
        return """
                scale.event-%1$d:
                  schema: org.heliograph.events.%2$s
                  family: %3$s
                  lane: OPERATIONAL
                  floor: %4$s
                  default: GREEN
                  purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE]
                  personalData: false
                  retention: P90D
                  access:
                    first: A
                    even: %5$s
                    odd: %6$s
                """.formatted(
                        event,
                        schema(event),
                        FAMILIES.get(event % FAMILIES.size()),
                        event <= PUBLIC ? "CLEAR" : "GREEN",
                        event % 2 == 0 ? "PA" : "A",
                        event % 2 == 0 ? "A" : "PA")
                .indent(2);
    }
}
