package org.heliograph.testkit;

import static org.heliograph.testkit.SampleEvents.about;

import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertDocumentFraud;
import org.heliograph.events.AlertNetwork;
import org.heliograph.events.FraudType;
import org.heliograph.events.Lane;
import org.heliograph.events.NetworkRole;
import org.heliograph.events.Purpose;
import org.heliograph.events.SmugglingMethod;
import org.heliograph.events.Tlp;

/** Alerts that pass every rule, each in a case of its own, as exercise. */
public final class SampleAlerts {

    private SampleAlerts() {}

    /** A GREEN alert.document-fraud. */
    public static AlertDocumentFraud documentFraud(String originator) {
        return AlertDocumentFraud.newBuilder()
                .setEnvelope(about(
                        "alert.document-fraud",
                        originator,
                        UUID.randomUUID(),
                        Tlp.GREEN,
                        Lane.OPERATIONAL,
                        Purpose.OPERATIONAL_LE))
                .setIssuerCode("UTO")
                .setDocClass("P")
                .setFraudType(FraudType.COUNTERFEIT)
                .setDetectionTip("The laminate lifts at the lower corner")
                .build();
    }

    /** An AMBER alert.network. */
    public static AlertNetwork network(String originator) {
        return AlertNetwork.newBuilder()
                .setEnvelope(about(
                        "alert.network",
                        originator,
                        UUID.randomUUID(),
                        Tlp.AMBER,
                        Lane.OPERATIONAL,
                        Purpose.OPERATIONAL_LE))
                .setNetworkId("NET-12")
                .setMethods(List.of(SmugglingMethod.SMALL_BOAT))
                .setRoles(List.of(NetworkRole.TRANSPORTER))
                .setSummary("A group moves people in two boats a week")
                .build();
    }
}
