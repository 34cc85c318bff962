package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.events.Receipt;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.system.WithheldScript.Sent;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether something was withheld from a party shows in nothing that it can see: the same is sent twice, once with what
 * is withheld in between and once without, and what UNODC and the coast guard see is the same but for what
 * {@link Placeholders} replaces.
 */
@HeliographStack
class SideChannelIT {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    private static Instant begin;
    private static Run all;
    private static Run permittedAlone;

    /** What was sent, and what the onlookers then saw. */
    private record Run(WithheldScript script, List<String> unodc, List<String> unodcDesk, List<String> coastGuard) {}

    @BeforeAll
    static void playTwice(Stack stack) {
        begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (SeizedOutbox xa = new SeizedOutbox(stack, Component.XA, "xa");
                SeizedOutbox protection = SeizedOutbox.withoutService(stack, "iom-protection")) {
            // Once before, so that both follow the same: writers of inboxes are known by what they wrote last.
            script(stack, xa, protection, false).play();
            all = play(stack, script(stack, xa, protection, true));
            permittedAlone = play(stack, script(stack, xa, protection, false));
        }
    }

    private static WithheldScript script(Stack stack, SeizedOutbox xa, SeizedOutbox protection, boolean all) {
        return new WithheldScript(xa, protection, stack.roster().partitions(), when(), all);
    }

    private static Instant when() {
        return begin.minus(Duration.ofHours(1));
    }

    private static Run play(Stack stack, WithheldScript script) {
        try (DeskVantage desk = new DeskVantage(stack, when());
                BrokerVantage unodc = new BrokerVantage(stack, "unodc");
                BrokerVantage coastGuard = new BrokerVantage(stack, "xa-coastguard")) {
            script.play();
            List<String> answers = new ArrayList<>(desk.report());
            desk.awaitAll(script.permitted());
            answers.addAll(desk.lines(script));
            return new Run(script, placed(unodc.lines()), placed(answers), placed(coastGuard.lines()));
        }
    }

    private static List<String> placed(List<String> lines) {
        return new Placeholders(begin).in(lines);
    }

    @Test
    void whatIsWithheldShowsInNothingThatThePartySeesAtTheBroker() {
        assertSame(all.unodc(), permittedAlone.unodc());
        assertThat(all.unodc())
                .filteredOn(line -> line.contains(" key "))
                .as("copies, of which one is a tombstone, and a receipt")
                .hasSize(permittedAlone.script().permitted().size() + 2);
    }

    @Test
    void whatIsWithheldShowsInNoAnswerThatThePartyGets() {
        assertSame(all.unodcDesk(), permittedAlone.unodcDesk());
    }

    @Test
    void whatIsWithheldShowsInNothingThatAClientWithoutAServiceSees() {
        assertSame(all.coastGuard(), permittedAlone.coastGuard());
        assertThat(all.coastGuard()).filteredOn(line -> line.contains(" key ")).hasSize(1);
    }

    private static void assertSame(List<String> withWithheld, List<String> without) {
        assertThat(only(withWithheld, without))
                .as("seen only where something was withheld")
                .isEmpty();
        assertThat(only(without, withWithheld))
                .as("seen only where nothing was withheld")
                .isEmpty();
        assertThat(withWithheld).isEqualTo(without);
    }

    private static List<String> only(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    /** Else the two runs would be equal for want of anything withheld. */
    @Test
    void theOriginatorIsToldOfEachWayInWhichItWasWithheld() {
        assertThat(all.script().withheld())
                .hasSize(18)
                .allSatisfy(sent -> assertThat(sent.receipt().getReleasedTo())
                        .doesNotContainAnyElementsOf(WithheldScript.ONLOOKERS));
        assertThat(permittedAlone.script().withheld()).isEmpty();
        List<String> told =
                all.script().withheld().stream().flatMap(SideChannelIT::told).toList();
        assertThat(List.of(
                        "unodc R2 excluded by the originator",
                        "unodc R2 none of the permitted purposes",
                        "unodc R2 not a receiver of coop.request",
                        "unodc R7 not among those to whom a declassifier lets it out",
                        "xa-coastguard R2 cleared up to AMBER",
                        "xa-coastguard R2 not a receiver of alert.network",
                        "xa-coastguard R6 may hold no alert.network",
                        "nobody R17"))
                .allSatisfy(reason -> assertThat(told).anyMatch(one -> one.startsWith(reason)));
    }

    private static Stream<String> told(Sent sent) {
        Receipt receipt = sent.receipt();
        return Stream.concat(
                receipt.getRule().stream().map(rule -> "nobody " + rule),
                receipt.getWithheldFrom().stream()
                        .map(one -> "%s %s %s".formatted(one.getParty(), one.getRule(), one.getReason())));
    }

    @Test
    void aReceiptNamesNobodyButWhoWasNamedAndWhoHoldsACopy(Stack stack) {
        Set<String> parties = stack.roster().parties().keySet();
        for (Sent sent : Stream.concat(all.script().withheld().stream(), all.script().permitted().stream())
                .toList()) {
            Set<String> known = new HashSet<>(sent.receipt().getReleasedTo());
            known.addAll(sent.distribution().getReleasableTo());
            known.addAll(sent.distribution().getNotReleasableTo());
            known.add(sent.envelope().getOriginatorParty());

            assertThat(WORD.matcher(sent.receipt().toString())
                            .results()
                            .map(MatchResult::group)
                            .filter(parties::contains))
                    .isSubsetOf(known);
        }
    }

    @ParameterizedTest
    @EnumSource(TopicProbe.class)
    void theBrokerAnswersOfATopicOfAnotherWhatItAnswersOfNone(TopicProbe probe, Stack stack) {
        try (PartySystem unodc = new PartySystem(stack, "unodc")) {
            List<String> answers = Stream.of(
                            "inbox.xc.incidents", "inbox.xa-protection.protection", "inbox.nobody.incidents", "nothing")
                    .map(topic -> probe.answer(unodc, topic))
                    .toList();

            assertThat(answers).containsOnly(answers.getLast());
            assertThat(answers.getLast()).contains("AuthorizationException");
        }
    }
}
