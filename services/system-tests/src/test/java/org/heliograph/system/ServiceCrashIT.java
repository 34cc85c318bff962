package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a service has accepted is not lost with the process that accepted it. */
@HeliographStack
class ServiceCrashIT {

    @Test
    void whatWasCommittedArrivesOnceThoughTheServiceDiedBeforeItWasSent(Stack stack) {
        UUID request;
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            // Without a broker nothing can be sent, so the process surely dies between commit and send.
            stack.stop(Component.BROKER);
            try {
                JsonNode submitted = xa.post(Requests.PATH, Requests.toUnodc()).success();
                request = UUID.fromString(submitted.get("requestId").asString());
                stack.kill(Component.XA);
            } finally {
                stack.start(Component.BROKER);
                stack.start(Component.XA);
            }
        }

        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                Ledger ledger = new Ledger(stack);
                PartySystem system = new PartySystem(stack, "unodc")) {
            Requests.awaitAt(unodc, request);
            unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0))
                    .success();
            Requests.awaitState(xa, request, "ACKNOWLEDGED");
            assertThat(system.count("inbox.unodc.cooperation", request)).isEqualTo(1);
            ledger.assertBalanced();
        }
    }
}
