package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.operations.lag.LagReport.Unavailable;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {

    @Test
    void knowsWhoseAGroupIsByTheNameBeforeTheDot() {
        Owners owners = Owners.of(PolicyCompiler.compile(PolicyFiles.ofBuild().folder()), Map.of());

        assertThat(owners.party("iom-protection.inbox")).contains("iom-protection");
        assertThat(owners.party("iom.inbox")).contains("iom");
        assertThat(owners.party("gate.1")).isEmpty();
        assertThat(owners.party("iom")).contains("iom");
        assertThat(owners.topics())
                .contains("inbox.xa.cooperation", "outbox.xa")
                .doesNotContain("audit.decisions");
    }

    @ParameterizedTest
    @CsvSource({
        "inbox.iom-protection.cooperation, cooperation",
        "public.research.observation,      public",
        "outbox.xa,                        outbox",
        "strange,                          strange"
    })
    void namesTheFamilyOfATopic(String topic, String family) {
        assertThat(Owners.family(topic)).isEqualTo(family);
    }

    @Test
    void showsAPartyWhatConcernsItselfAlone() {
        LagReport report = new LagReport(
                Instant.EPOCH,
                1,
                List.of(row("xa", "xa.inbox"), row("xa-protection", "xa-protection.inbox"), row(null, "gate.1")),
                List.of(
                        new Unavailable(Unavailable.Kind.TOPIC, "inbox.xa.alerts", "gone"),
                        new Unavailable(Unavailable.Kind.TOPIC, "inbox.xa-protection.alerts", "gone"),
                        new Unavailable(Unavailable.Kind.GROUP, "xa.inbox", "away"),
                        new Unavailable(Unavailable.Kind.GROUP, "xa-protection.inbox", "away")));

        LagReport own = report.of("xa");

        assertThat(own.rows()).extracting(LagRow::group).containsExactly("xa.inbox");
        assertThat(own.unavailable()).extracting(Unavailable::name).containsExactly("inbox.xa.alerts", "xa.inbox");
    }

    @Test
    void tellsOperatorsNoFigureOfAProtectionParty() {
        LagReport report = new LagReport(
                Instant.EPOCH,
                1,
                List.of(row("xa-protection", "xa-protection.inbox"), row("xa", "xa.inbox")),
                List.of());

        LagReport seen = report.seenBy(Walls.of(
                Optional.of(PolicyCompiler.compile(PolicyFiles.ofBuild().folder()))));

        assertThat(seen.rows()).extracting(LagRow::group).containsExactly("xa.inbox", "xa-protection.inbox");
        assertThat(seen.rows().getFirst().unread()).isEqualTo(1);
        LagRow walled = seen.rows().getLast();
        assertThat(walled.withheld()).isTrue();
        assertThat(walled.state()).isEqualTo(LagState.OK);
        assertThat(walled.unread()).isNull();
        assertThat(walled.lost()).isNull();
        assertThat(walled.oldest()).isNull();
        assertThat(walled.ageMillis()).isNull();
        assertThat(walled.trend()).isNull();
    }

    private static LagRow row(@Nullable String party, String group) {
        return new LagRow(
                party,
                Owners.system(group),
                group,
                "inbox.xa.alerts",
                "alerts",
                6,
                1L,
                0L,
                Instant.EPOCH,
                Duration.ofHours(1).toMillis(),
                Duration.ofHours(1).toMillis(),
                LagState.OK,
                Trend.STEADY,
                null,
                null,
                true,
                Unread.NOTHING,
                false);
    }
}
