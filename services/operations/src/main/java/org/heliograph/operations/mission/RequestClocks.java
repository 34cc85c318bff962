package org.heliograph.operations.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.heliograph.cooperation.ClockKind;
import org.heliograph.cooperation.Pace;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Urgency;

/** When a request has to be acknowledged, as far as that can be told without reading it. */
final class RequestClocks {

    private static final String REQUEST = "coop.request";

    private RequestClocks() {}

    /**
     * The earliest instant at which the clock to acknowledge may run out, by the protocol's spans: the gate does not
     * write how urgent a request is, nor does anybody but the addressee know its holidays. Empty for what is no
     * request.
     */
    static Optional<Instant> dueFrom(AuditDecision decision) {
        if (decision.getEventType().filter(REQUEST::equals).isEmpty()) {
            return Optional.empty();
        }
        return decision.getFacts()
                .flatMap(JudgedFacts::getVariant)
                .flatMap(RequestClocks::kind)
                .map(kind -> decision.getDecidedAt().plus(shortest(kind)));
    }

    private static Optional<RequestKind> kind(String name) {
        return Arrays.stream(RequestKind.values())
                .filter(kind -> kind != RequestKind.UNKNOWN && kind.name().equals(name))
                .findFirst();
    }

    private static Duration shortest(RequestKind kind) {
        return Arrays.stream(Urgency.values())
                .map(urgency -> Pace.standard(ClockKind.of(kind, urgency)).acknowledge())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
