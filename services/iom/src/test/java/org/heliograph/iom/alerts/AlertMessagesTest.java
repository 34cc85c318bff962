package org.heliograph.iom.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.validation.EventRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class AlertMessagesTest {

    private static final Envelope ENVELOPE = new Envelopes("iom", Clock.systemUTC())
            .build(
                    "alert.route",
                    new CaseFile(UUID.randomUUID(), Status.EXERCISE),
                    Lane.OPERATIONAL,
                    MessageType.ALERT,
                    Priority.MEDIUM,
                    new Handling(Tlp.GREEN, List.of(), null, List.of(Purpose.STRATEGIC_ANALYSIS), null, false),
                    new Caller("officer"),
                    null);

    private final JsonMapper json = new JsonMapper();

    @Test
    void makesAValidEventOfAllFields() {
        AlertRoute event = event(Map.of());

        assertThat(EventRules.violations(event)).isEmpty();
        assertThat(event.getSegments().get(1).getSeq()).isEqualTo(2);
        assertThat(event.getFeeRange().orElseThrow().getMin().orElseThrow()).isEqualByComparingTo("1500.50");
        assertThat(event.getFeeRange().orElseThrow().getMin().orElseThrow().scale())
                .isEqualTo(2);
        assertThat(event.getPersonsEstimate().orElseThrow().getMin()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("originCountries", List.of("XX1")),
                Arguments.of("transitCountries", List.of("xa")),
                Arguments.of("destinationCountries", List.of("XB", "XB")),
                Arguments.of("feeRange", Map.of("min", 9, "max", 1, "currency", "EUR")),
                Arguments.of("feeRange", Map.of("min", 1, "currency", "EURO")),
                Arguments.of("personsEstimate", Map.of("min", -1, "period", "P1M")),
                Arguments.of("personsEstimate", Map.of("period", "a month")),
                Arguments.of("validTo", "2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhichFieldBreaksARule(String field, Object value) {
        assertThat(EventRules.violations(event(Map.of(field, value))))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).startsWith(field));
    }

    private AlertRoute event(Map<String, Object> change) {
        Map<String, Object> alert = new TreeMap<>(Map.of(
                "status", "EXERCISE",
                "routeId", "north-bay",
                "alertKind", "FEE_CHANGE",
                "urgency", "EXPECTED",
                "severity", "SEVERE",
                "certainty", "LIKELY",
                "validFrom", "2026-11-01T00:00:00Z",
                "summary", "Fees rise"));
        alert.put("modes", List.of("SEA"));
        alert.put("segments", List.of(segment("North Bay", "Island"), segment("Island", "Port of XB")));
        alert.put("originCountries", List.of("XA"));
        alert.put("personsEstimate", Map.of("max", 200, "period", "P1M"));
        alert.put("feeRange", Map.of("min", 1500.5, "max", 3000, "currency", "EUR"));
        alert.putAll(change);
        return AlertMessages.event(ENVELOPE, json.convertValue(alert, NewRouteAlert.class));
    }

    private static Map<String, Object> segment(String from, String to) {
        return Map.of(
                "fromPlace", Map.of("name", from, "country", "XA", "position", Map.of("lat", 34.5678, "lon", 12.3456)),
                "toPlace", Map.of("name", to));
    }
}
