package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Lane;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Purpose;
import org.heliograph.events.Receipt;
import org.heliograph.events.Tlp;
import org.heliograph.operations.OperationsProcess;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** A grant ends by the gate's clock, though nobody is there to take it away. */
@HeliographStack
class ExpiredGrantIT {

    /** Long enough to bring it into force and to stop operations before it ends. */
    private static final Duration TERM = Duration.ofSeconds(60);

    private final Stack stack;

    ExpiredGrantIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void endsWhileOperationsIsAwayAndStaysOverOnceItIsBack() {
        try (SeizedOutbox xa = new SeizedOutbox(stack, Component.XA, "xa")) {
            Instant until = grant();
            try {
                stack.stop(Component.OPERATIONS);
                Receipt granted = send(xa);
                assertThat(granted.getDecidedAt())
                        .as("operations was stopped in time")
                        .isBefore(until);
                assertThat(granted.getReleasedTo()).contains("research", "iom");
                assertThat(copies()).contains(granted.getEventId().orElseThrow());

                await().atMost(TERM.multipliedBy(2)).until(() -> !Instant.now().isBefore(until));

                assertIsOver(send(xa), until);
            } finally {
                stack.start(Component.OPERATIONS);
            }
            assertIsOver(send(xa), until);
        } finally {
            OperationsProcess.apply(stack, Map.of());
        }
    }

    private void assertIsOver(Receipt receipt, Instant until) {
        assertThat(receipt.getDecidedAt()).isAfterOrEqualTo(until);
        assertThat(receipt.getReleasedTo()).contains("iom").doesNotContain("research");
        assertThat(research(receipt)).singleElement().satisfies(withheld -> {
            assertThat(withheld.getRule()).isEqualTo("R2");
            assertThat(withheld.getReason()).contains("not a receiver of alert.route", "only a grant would");
        });
        assertThat(copies()).doesNotContain(receipt.getEventId().orElseThrow());
    }

    private static List<PartyDecision> research(Receipt receipt) {
        return receipt.getWithheldFrom().stream()
                .filter(decision -> decision.getParty().equals("research"))
                .toList();
    }

    /** Event ids in the inbox that the grant gives its party. */
    private List<String> copies() {
        try (PartySystem research = new PartySystem(stack, "research")) {
            return research.readAll(List.of("inbox.research.alerts")).stream()
                    .map(copy -> copy.key().substring(copy.key().indexOf('/') + 1))
                    .toList();
        }
    }

    /** Research partners may have route alerts for a moment; by the matrix they have none. */
    private Instant grant() {
        Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(TERM);
        PolicyFiles files = PolicyFiles.ofBuild().grantRouteAlertsToResearch(until);
        OperationsProcess.apply(stack, Map.of("files", files.texts()));
        return until;
    }

    private static Receipt send(SeizedOutbox xa) {
        AlertRoute alert = SampleEvents.alertRoute(SampleEvents.envelope("alert.route", "xa")
                .setTlp(Tlp.GREEN)
                .setLane(Lane.OPERATIONAL)
                .setPermittedPurposes(List.of(Purpose.PREVENTION_INFORMATION))
                .build());
        byte[] dispatch = xa.dispatches().dispatch(xa.next(alert), alert, xa.signer(), "research", "iom");
        return xa.receiptOf(xa.send(alert, dispatch));
    }
}
