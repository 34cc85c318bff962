package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.heliograph.sharing.Judgement.Accepted;
import org.heliograph.sharing.Judgement.Rejected;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @ParameterizedTest
    @MethodSource("scenarios")
    void isJudgedAsWritten(Path file, @TempDir Path folder) {
        Scenario scenario = Scenario.read(file);
        Policy policy = scenario.policy(folder);
        Offer offer = scenario.when().offer(policy);

        Judgement judgement = Sharing.judge(policy, offer, scenario.when().judgedAt());

        assertOutcome(scenario, judgement);
        assertWithheld(scenario, judgement);
        assertDecidesAsItJudges(policy, offer, judgement, scenario.when().judgedAt());
    }

    private static void assertOutcome(Scenario scenario, Judgement judgement) {
        Scenario.Then then = scenario.then();
        assertThat(Stream.of(then.refused(), then.everybody(), then.released()).filter(Objects::nonNull))
                .as("%s: either refused or public or released", scenario.title())
                .hasSize(1);
        switch (judgement) {
            case Rejected rejected -> {
                assertThat(rejected.refusal().rule()).as("%s", rejected).isEqualTo(then.refused());
                assertThat(rejected.refusal().told())
                        .contains(Objects.requireNonNull(then.because(), "a refusal is explained"));
            }
            case Judgement.Public everybody ->
                assertThat(then.everybody()).as("%s", everybody).isEqualTo(true);
            case Accepted accepted ->
                assertThat(accepted.recipients())
                        .as("%s", accepted)
                        .containsExactlyInAnyOrderElementsOf(
                                Objects.requireNonNullElse(then.released(), Set.of("not as written: " + then)));
        }
    }

    private static void assertWithheld(Scenario scenario, Judgement judgement) {
        Objects.requireNonNullElse(scenario.then().withheld(), Map.<String, String>of())
                .forEach((party, reason) -> assertThat(judgement.decisions().get(party))
                        .as(party)
                        .isInstanceOfSatisfying(Withheld.class, withheld -> {
                            assertThat(withheld.rule())
                                    .isEqualTo(Objects.requireNonNullElse(
                                            scenario.then().withheldBy(), Rule.R2));
                            assertThat(withheld.told()).contains(reason);
                        }));
    }

    private static void assertDecidesAsItJudges(Policy policy, Offer offer, Judgement judgement, Instant at) {
        for (String party : policy.parties().keySet()) {
            SharingDecision decision = Sharing.decide(policy, offer, party, at);
            switch (judgement) {
                case Rejected rejected -> assertThat(decision).isEqualTo(rejected.refusal());
                case Judgement.Public everybody -> assertThat(decision).isEqualTo(everybody.decision());
                case Accepted accepted
                when party.equals(offer.owner()) -> assertThat(decision).isInstanceOf(Withheld.class);
                case Accepted accepted ->
                    assertThat(decision).isEqualTo(accepted.decisions().get(party));
            }
        }
        assertThat(Sharing.decide(policy, offer, "nobody", at))
                .isInstanceOfAny(Withheld.class, Refused.class, Published.class);
    }

    static Stream<Path> scenarios() {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
