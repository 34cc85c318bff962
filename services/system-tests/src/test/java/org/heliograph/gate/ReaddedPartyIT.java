package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.heliograph.events.Receipt;
import org.heliograph.operations.OperationsProcess;
import org.heliograph.standalone.Component;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A party leaves the policy and comes back to it. */
class ReaddedPartyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path policy;

    @Test
    void aPartyThatLeftAndCameBackHasWhatItMayHaveAndNothingOfTheTimeBetween() throws IOException {
        try (GateStack gates = new GateStack();
                Offers offers = new Offers(gates.stack())) {
            offers.offer(20, "unodc", "xb");
            offers.assertAllEndedOnce();
            String before = lastReceipt(offers).getPolicyVersion();

            gates.stack().stop(Component.OPERATIONS);
            writePolicyWithoutXb(gates.stack().policy());
            try (OperationsProcess operations = OperationsProcess.start(
                    gates.stack(), policy, gates.stack().state().keys())) {
                operations.awaitReady();
                awaitPolicyOtherThan(before, offers);
                offers.offerRefused(10, "unodc", "xb");
                offers.offer(20, "unodc");
                offers.assertAllEndedOnce();
                assertThatThrownBy(() -> writeAsXb(gates)).isInstanceOf(TopicAuthorizationException.class);
            }
            String between = lastReceipt(offers).getPolicyVersion();

            gates.stack().start(Component.OPERATIONS);
            awaitPolicyOtherThan(between, offers);
            offers.offer(20, "unodc", "xb");
            offers.assertAllEndedOnce();
            assertThat(lastReceipt(offers).getPolicyVersion()).isEqualTo(before);
            assertThat(gates.stack().restarts(Component.GATE).all()).isZero();
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

    private void writePolicyWithoutXb(Path deployed) throws IOException {
        for (String file : List.of("platform.yaml", "parties.yaml", "events.yaml")) {
            String text = Files.readString(deployed.resolve(file))
                    .replaceAll("(?m)^  xb:\\n(    .*\\n)+", "")
                    .replaceAll("(?m)^ +xb: [A-Z]+\\n", "")
                    .replaceAll("xb, |, xb(?=[],])", "");
            assertThat(text).doesNotContainPattern("\\bxb\\b");
            Files.writeString(policy.resolve(file), text);
        }
    }
}
