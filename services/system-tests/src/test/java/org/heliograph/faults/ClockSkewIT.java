package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.Outcome;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of one service is hours wrong: officers are let in as ever, and all that it says is decided as ever. */
@HeliographStack
@Tag("long")
class ClockSkewIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration MUCH = Duration.ofHours(4);
    private static final int SOME = 10;

    private final Stack stack;

    ClockSkewIT(Stack stack) {
        this.stack = stack;
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"-5h", "+5h"})
    void aServiceWorksThoughItsClockIsWrong(String offset) {
        assertWorks(offset, Duration.ZERO);
    }

    /** Longer than any token and any login at the broker lives. */
    @Test
    void goesOnWorkingWhenItsTokensHaveEnded() {
        assertWorks("-5h", Duration.ofMinutes(6));
    }

    private void assertWorks(String offset, Duration time) {
        Path library = library();
        try (Ledger ledger = new Ledger(stack)) {
            Ledger.Totals before = ledger.assertBalanced();
            Instant begin = Instant.now();
            try (SkewedService _ = SkewedService.start(stack, library, offset);
                    Load load = new Load(stack, ledger)) {
                load.awaitAccepted(SOME);
                await().during(time).atMost(time.plus(PATIENCE)).until(() -> true);
                load.awaitAccepted(SOME);
                load.assertKept();
                assertThat(publishedSince(begin, ledger)).hasSizeGreaterThan(SOME);
                assertReceives(ledger);
            }
            Ledger.Totals after = ledger.totals();
            assertThat(after.ended(Outcome.RELEASED) - before.ended(Outcome.RELEASED))
                    .as("all of what was offered since is released")
                    .isEqualTo(after.offered() - before.offered());
        }
    }

    private static Path library() {
        Optional<Path> library = SkewedService.library();
        String lacking = "skipped: libfaketime is not installed (Debian's package faketime), so no clock can be wrong";
        if (library.isEmpty()) {
            System.out.println("ClockSkewIT " + lacking);
        }
        Assumptions.assumeTrue(library.isPresent(), lacking);
        return library.orElseThrow();
    }

    /** What XA published by a clock that was not the right one: the fault was there. */
    private static List<Instant> publishedSince(Instant begin, Ledger ledger) {
        return ledger.offered("xa", "CoopRequest").stream()
                .map(event -> (GenericRecord) event.get("envelope"))
                .map(envelope -> Instant.ofEpochMilli((Long) envelope.get("publishedAt")))
                .filter(published -> Duration.between(begin, published).abs().compareTo(MUCH) > 0)
                .toList();
    }

    private void assertReceives(Ledger ledger) {
        GenericRecord alert = ledger.offered("iom", "AlertRoute").getLast();
        Object eventId = ((GenericRecord) alert.get("envelope")).get("eventId");
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            await("XA has what IOM sent")
                    .atMost(PATIENCE)
                    .until(() ->
                            xa.get("/api/v1/alerts/routes/received/" + eventId).status() == 200);
        }
    }
}
