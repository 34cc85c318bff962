package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.MalformedEventException;
import org.heliograph.exchange.wire.UnknownEventTypeException;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.simulation.Simulation;
import org.heliograph.sharing.simulation.SimulationReport;
import org.heliograph.standalone.Stack;
import org.jspecify.annotations.Nullable;

/** What files would have decided otherwise than the version in force, about what the audit holds. */
final class PolicySimulation {

    /** By so much the clocks of gate and broker may differ. */
    private static final Duration SKEW = Duration.ofHours(1);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final PrintWriter err;
    private final Stack stack;
    private final Format format;
    private Instant told = Instant.now();
    private long unreadable;

    PolicySimulation(PrintWriter out, PrintWriter err, Stack stack, Format format) {
        this.out = out;
        this.err = err;
        this.stack = stack;
        this.format = format;
    }

    /** @param last how far back; null for all that the audit keeps */
    int of(Policy inForce, Policy files, @Nullable Duration last) {
        Instant since = last == null ? Instant.EPOCH : Instant.now().minus(last);
        Simulation simulation = new Simulation(inForce, files);
        AuditTopic audit = new AuditTopic(stack);
        EventDeserializer events = new EventDeserializer(audit.schemas());
        audit.since(
                last == null ? since : since.minus(SKEW),
                record -> take(events, record, since, simulation),
                this::tell);
        if (format == Format.JSON) {
            json(inForce, since, last, simulation.report());
        } else {
            new SimulationText(out).print(inForce, since, simulation.report(), unreadable);
        }
        return 0;
    }

    private void take(
            EventDeserializer events, ConsumerRecord<String, byte[]> record, Instant since, Simulation simulation) {
        try {
            AuditDecision decision = events.read(record.topic(), record.value(), AuditDecision.class);
            if (!decision.getDecidedAt().isBefore(since)) {
                simulation.take(decision);
            }
        } catch (MalformedEventException | UnknownSchemaException | UnknownEventTypeException e) {
            // What is wrong with it, audit verify tells.
            unreadable++;
        }
    }

    private void json(Policy inForce, Instant since, @Nullable Duration last, SimulationReport report) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("inForce", inForce.version());
        if (last != null) {
            answer.put("since", since.toString());
        }
        answer.put("unreadable", unreadable);
        answer.put("simulation", report);
        format.print(out, answer);
    }

    /** Beside the answer, which may be for a script. */
    private void tell(long read, long all) {
        Instant now = Instant.now();
        if (now.isAfter(told.plus(TELL_EVERY))) {
            told = now;
            err.printf("read about %,d of %,d%n", read, all);
        }
    }
}
