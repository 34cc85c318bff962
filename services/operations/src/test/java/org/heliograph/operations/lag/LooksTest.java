package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Instant START = Instant.parse("2026-02-01T10:00:00Z");

    private final Looks looks = new Looks();

    @Test
    void rememberWhatWasUnreadAtEachLook() {
        look(0, Map.of(), 3);
        look(1, Map.of(), 5);

        assertThat(looks.of("xb.inbox", "inbox.xb.alerts"))
                .extracting(Looks.Seen::unread)
                .containsExactly(3L, 5L);
        assertThat(looks.of("xb.other", "inbox.xb.alerts")).isEmpty();
        assertThat(looks.span(6)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void forgetTheOldestAndWhatIsSeenNoMore() {
        looks.add(new LagReport(START, 1, List.of(), List.of()), Map.of("gone", 4L));
        for (int i = 1; i <= Looks.MOST; i++) {
            look(i, Map.of("outbox.xa", 1L), i);
        }

        List<Looks.Seen> seen = looks.of("xb.inbox", "inbox.xb.alerts");

        assertThat(seen).hasSize(Looks.MOST);
        assertThat(seen.getFirst().unread()).isEqualTo(1);
        assertThat(seen.getLast().unread()).isEqualTo(Looks.MOST);
        assertThat(looks.rates(Looks.MOST)).containsOnlyKeys("outbox.xa");
    }

    @Test
    void tellHowMuchCameInAMinute() {
        look(0, Map.of("outbox.xa", 1_000L), 0);
        look(1, Map.of("outbox.xa", 10L, "outbox.xb", 7L), 0);
        look(2, Map.of("outbox.xa", 30L), 0);

        assertThat(looks.rates(1)).containsEntry("outbox.xa", OptionalDouble.of(180));
        assertThat(looks.rates(6))
                .containsEntry("outbox.xa", OptionalDouble.of(120))
                .as("seen once, so nobody knows since when")
                .containsEntry("outbox.xb", OptionalDouble.empty());
    }

    private void look(int number, Map<String, Long> appended, long unread) {
        looks.add(new LagReport(START.plusSeconds(10L * number), 1, List.of(row(unread)), List.of()), appended);
    }

    private static LagRow row(long unread) {
        return new LagRow(
                "xb",
                "xb",
                "xb.inbox",
                "inbox.xb.alerts",
                "alerts",
                6,
                unread,
                0L,
                null,
                null,
                null,
                LagState.OK,
                Trend.STEADY,
                null,
                null,
                true,
                Unread.NOTHING,
                false);
    }
}
