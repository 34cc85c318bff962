package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.heliograph.events.Receipt;
import org.heliograph.operations.OperationsProcess;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A party leaves the policy and comes back to it. */
@Tag("long")
@ExtendWith(GateStackExtension.class)
class ReaddedPartyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void aPartyThatLeftAndCameBackHasWhatItMayHaveAndNothingOfTheTimeBetween(GateStack gates) throws IOException {
        long restarts = gates.stack().restarts(Component.GATE).all();
        try (Offers offers = new Offers(gates)) {
            offers.offer(20, "unodc", "xb");
            offers.assertAllEndedOnce();
            String before = lastReceipt(offers).getPolicyVersion();

            leaveWhileTheGateIsPaused(gates);
            awaitPolicyOtherThan(before, offers);
            offers.offerRefused(10, "unodc", "xb");
            offers.offer(20, "unodc");
            offers.assertAllEndedOnce();
            assertThatThrownBy(() -> writeAsXb(gates)).isInstanceOf(TopicAuthorizationException.class);
            String between = lastReceipt(offers).getPolicyVersion();

            OperationsProcess.apply(gates.stack(), Map.of());
            awaitPolicyOtherThan(between, offers);
            offers.offer(20, "unodc", "xb");
            offers.assertAllEndedOnce();
            assertThat(lastReceipt(offers).getPolicyVersion()).isEqualTo(before);
            assertThat(gates.stack().restarts(Component.GATE).all()).isEqualTo(restarts);
        }
    }

    /** Rights go only after the gate judges by the version without the party. */
    private static void leaveWhileTheGateIsPaused(GateStack gates) throws IOException {
        int heads = heads(gates);
        Map<String, String> without = PolicyFiles.ofBuild().without("xb").texts();
        gates.stack().pause(Component.GATE);
        try {
            CompletableFuture<JsonNode> left = CompletableFuture.supplyAsync(
                    () -> OperationsProcess.apply(gates.stack(), Map.of("files", without)));
            await().atMost(PATIENCE).until(() -> heads(gates) == heads + 1);
            try (PartySystem xb = new PartySystem(gates.stack(), "xb")) {
                assertThat(xb.inboxes()).contains("inbox.xb.cooperation");
            }
            assertThat(left).isNotDone();

            gates.stack().resume(Component.GATE);

            assertThat(left)
                    .succeedsWithin(PATIENCE)
                    .satisfies(outcome ->
                            assertThat(outcome.path("notAdopted").isEmpty()).isTrue());
        } finally {
            gates.stack().resume(Component.GATE);
        }
    }

    private static int heads(GateStack gates) {
        try (PartySystem operations = new PartySystem(gates.stack(), "operations")) {
            return operations.readAll(List.of("policy.head")).size();
        }
    }

    private static void writeAsXb(GateStack gates) {
        try (PartySystem xb = new PartySystem(gates.stack(), "xb")) {
            xb.send("outbox.xb", 0, new byte[] {1});
        }
    }

    /** Offers to UNODC alone until one is judged by another policy; all of them end, by whichever. */
    private static void awaitPolicyOtherThan(String version, Offers offers) {
        await().atMost(PATIENCE).until(() -> {
            offers.offer(1, "unodc");
            offers.assertAllEndedOnce();
            return !lastReceipt(offers).getPolicyVersion().equals(version);
        });
    }

    private static Receipt lastReceipt(Offers offers) {
        return offers.receipts().stream()
                .max(Comparator.comparing(Receipt::getDecidedAt))
                .orElseThrow();
    }
}
