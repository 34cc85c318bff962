package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.PartyDecision;
import org.heliograph.gate.Ledger;
import org.heliograph.operations.OperationsProcess;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** The policy changes while the gate has two hundred records a second to judge. */
@HeliographStack
class PolicyUnderLoadIT {

    private final Stack stack;

    PolicyUnderLoadIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void eachRecordIsJudgedOnceByAVersionThatWasInForceAndWhoIsNotConcernedStaysConnected() throws Exception {
        PolicyFiles files = PolicyFiles.ofBuild();
        Map<String, String> wide = files.texts();
        Map<String, String> narrow = files.change(
                        "parties.yaml", Map.of("parties", Map.of("xa", Map.of("clearance", "GREEN"))))
                .texts();
        int offered;
        SteadyOffers all;
        String before = apply(wide);
        String after;
        try (SeizedOutbox outbox = new SeizedOutbox(stack);
                SteadyOffers offers = new SteadyOffers(outbox, "unodc", "xa");
                Bystander unodc = new Bystander(stack, "unodc")) {
            all = offers;
            unodc.awaitCopies(1);
            long connections = unodc.connectionsMade();
            outbox.awaitJudgedBy(before);
            try {
                after = apply(narrow);
                outbox.awaitJudgedBy(after);
                assertThat(apply(wide)).isEqualTo(before);
                outbox.awaitJudgedBy(before);
                apply(narrow);
                outbox.awaitJudgedBy(after);
            } finally {
                apply(wide);
            }
            outbox.awaitJudgedBy(before);
            offered = offers.end();
            unodc.awaitCopies(offered);
            assertThat(unodc.connectionsMade()).isEqualTo(connections);
        }

        try (Ledger ledger = new Ledger(stack)) {
            ledger.assertBalanced();
            Map<String, List<Judged>> chains = new TreeMap<>();
            ledger.links().stream()
                    .filter(all::has)
                    .forEach(link -> chains.computeIfAbsent(link.getChain(), chain -> new ArrayList<>())
                            .add(new Judged(link.getPolicyVersion(), reaches(link, "xa"), reaches(link, "unodc"))));
            List<Judged> each = chains.values().stream().flatMap(List::stream).toList();
            assertThat(each).hasSize(offered);
            assertThat(Set.copyOf(each))
                    .containsExactlyInAnyOrder(new Judged(before, true, true), new Judged(after, false, true));
            assertThat(chains.values().stream().map(PolicyUnderLoadIT::versions))
                    .allSatisfy(versions -> assertThat(List.of(before, after, before, after, before))
                            .containsSubsequence(versions));
        }
    }

    private record Judged(String version, boolean reachedXa, boolean reachedUnodc) {}

    /** In the order of a chain, without what follows itself. */
    private static List<String> versions(List<Judged> chain) {
        List<String> versions = new ArrayList<>();
        for (Judged one : chain) {
            if (versions.isEmpty() || !versions.getLast().equals(one.version())) {
                versions.add(one.version());
            }
        }
        return versions;
    }

    private static boolean reaches(AuditDecision link, String party) {
        return link.getDecisions().stream()
                .filter(decision -> decision.getParty().equals(party))
                .anyMatch(PartyDecision::getReleased);
    }

    private String apply(Map<String, String> files) {
        return OperationsProcess.apply(stack, Map.of("files", files))
                .path("version")
                .asString("");
    }
}
