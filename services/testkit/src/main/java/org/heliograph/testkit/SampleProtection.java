package org.heliograph.testkit;

import static org.heliograph.testkit.SampleEvents.about;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.Consent;
import org.heliograph.events.ConsentScope;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.MinorStatus;
import org.heliograph.events.ProtectionNeed;
import org.heliograph.events.ProtectionReferral;
import org.heliograph.events.ProtectionStatus;
import org.heliograph.events.Purpose;
import org.heliograph.events.ReferralPriority;
import org.heliograph.events.ReferralStatus;
import org.heliograph.events.Sex;
import org.heliograph.events.Tlp;

/** Events of the protection lane, and what leaves it, that pass every rule on their fields, as exercise. */
public final class SampleProtection {

    private SampleProtection() {}

    /** A RED protection.referral without contact. */
    public static ProtectionReferral referral(String originator) {
        UUID referral = UUID.randomUUID();
        Envelope open = about(
                "protection.referral", originator, referral, Tlp.RED, Lane.PROTECTION, Purpose.PROTECTION_ASSISTANCE);
        return ProtectionReferral.newBuilder()
                .setEnvelope(Envelope.newBuilder(open)
                        .setContainsPersonalData(true)
                        .setRetainUntil(open.getPublishedAt().plus(Duration.ofDays(14)))
                        .build())
                .setReferralId(referral)
                .setCaseCode("K7Q2M9XD")
                .setPriority(ReferralPriority.NORMAL_14D)
                .setNeeds(List.of(ProtectionNeed.SHELTER))
                .setSex(Sex.NOT_KNOWN)
                .setMinorStatus(MinorStatus.NOT_ESTABLISHED)
                .setConsent(Consent.newBuilder()
                        .setGiven(true)
                        .setScope(List.of(ConsentScope.REFERRAL))
                        .setAt(open.getOccurredAt())
                        .build())
                .build();
    }

    /** An AMBER_STRICT protection.status, in the lane in which it leaves the firewall. */
    public static ProtectionStatus status(String originator, UUID referral) {
        Envelope envelope = Envelope.newBuilder(about(
                        "protection.status",
                        originator,
                        referral,
                        Tlp.AMBER_STRICT,
                        Lane.COOPERATION,
                        Purpose.PROTECTION_ASSISTANCE))
                .setMsgType(MessageType.UPDATE)
                .build();
        return ProtectionStatus.newBuilder()
                .setEnvelope(envelope)
                .setReferralId(referral)
                .setStatus(ReferralStatus.RECEIVED)
                .setAt(envelope.getOccurredAt())
                .build();
    }
}
