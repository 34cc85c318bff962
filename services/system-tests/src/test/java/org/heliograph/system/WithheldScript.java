package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AlertNetwork;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingAction;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.ProtectionStatus;
import org.heliograph.events.Purpose;
import org.heliograph.events.Receipt;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.testkit.SampleAlerts;
import org.heliograph.testkit.SampleControl;
import org.heliograph.testkit.SampleEvents;
import org.heliograph.testkit.SampleProtection;

/**
 * What XA and IOM's protection unit send: what UNODC or the coast guard may have, and, if it is wanted, in between what
 * is withheld from both. Everything is the same each time but the ids, and all cases are in one partition. Each event
 * is sent when the one before has its receipt.
 */
final class WithheldScript {

    /** Those who look on. */
    static final Set<String> ONLOOKERS = Set.of("unodc", "xa-coastguard");

    private static final int PARTITION = 0;

    private final SeizedOutbox xa;
    private final SeizedOutbox protection;
    private final int partitions;
    private final Instant when;
    private final boolean all;
    private final List<Sent> permitted = new ArrayList<>();
    private final List<Sent> withheld = new ArrayList<>();
    private final Set<UUID> unknown = new LinkedHashSet<>();

    /**
     * @param when that all happened, so lately that no clock of a request has run out
     * @param all with what is withheld
     */
    WithheldScript(SeizedOutbox xa, SeizedOutbox protection, int partitions, Instant when, boolean all) {
        this.xa = xa;
        this.protection = protection;
        this.partitions = partitions;
        this.when = when;
        this.all = all;
    }

    record Sent(Envelope envelope, Distribution distribution, Receipt receipt) {

        UUID caseId() {
            return WithheldScript.caseId(envelope);
        }
    }

    List<Sent> permitted() {
        return permitted;
    }

    /** Empty unless all was sent. */
    List<Sent> withheld() {
        return withheld;
    }

    /** Of events that are withheld, and their cases; where these were not sent, ids of nothing. */
    Set<UUID> unknown() {
        return unknown;
    }

    void play() {
        AlertRoute green = alert(Tlp.GREEN, Purpose.STRATEGIC_ANALYSIS, Purpose.OPERATIONAL_LE);
        permit(green);
        withholdByMarkingPurposeAndName();
        IncidentReport incident = incident(Purpose.STRATEGIC_ANALYSIS);
        permit(incident, "unodc");
        withholdByKindStatusAndProtection();
        permit(request(RequestKind.LEGISLATIVE_ASSISTANCE, Purpose.LEGAL_COOPERATION, "unodc"), "unodc");
        permit(alert(Tlp.AMBER, Purpose.OPERATIONAL_LE), "unodc", "xa-coastguard");
        permit(control(HandlingAction.CORRECT, green.getEnvelope()), "unodc");
        permit(control(HandlingAction.RECALL, incident.getEnvelope()), "unodc");
        permit(incident(Purpose.STRATEGIC_ANALYSIS), "unodc");
    }

    private void withholdByMarkingPurposeAndName() {
        AlertRoute strict = alert(Tlp.AMBER_STRICT, Purpose.STRATEGIC_ANALYSIS, Purpose.OPERATIONAL_LE);
        withholdAndTakeBack(strict, "xa-coastguard", "iom");
        withholdAndTakeBack(incident(Purpose.PROTECTION_ASSISTANCE), "unodc", "iom");
        withhold(incident(Purpose.STRATEGIC_ANALYSIS), List.of("iom"), List.of());
        withhold(incident(Purpose.STRATEGIC_ANALYSIS), List.of("iom", "unodc"), List.of("unodc"));
        AlertRoute community = alert(Tlp.GREEN, Purpose.STRATEGIC_ANALYSIS);
        withhold(community, List.of(), List.of("unodc"));
        withhold(
                AlertRoute.newBuilder(community)
                        .setEnvelope(inCaseOf(community.getEnvelope()))
                        .build(),
                List.of(),
                List.of("unodc"));
    }

    private void withholdByKindStatusAndProtection() {
        withholdAndTakeBack(network(), "xa-coastguard", "iom");
        withholdAndTakeBack(
                request(RequestKind.RETURN_FACILITATION, Purpose.RETURN_REINTEGRATION, "iom", "unodc"), "iom", "unodc");
        Envelope exercise = alert(Tlp.AMBER, Purpose.OPERATIONAL_LE).getEnvelope();
        Envelope actual = Envelope.newBuilder(exercise).setStatus(Status.ACTUAL).build();
        withhold(SampleEvents.alertRoute(actual), List.of("unodc", "xa-coastguard"), List.of());
        withhold(protection, status(), List.of("xa-protection", "unodc"), List.of());
    }

    private void permit(SpecificRecord event, String... to) {
        permitted.add(send(xa, event, List.of(to), List.of()));
        assertThat(permitted.getLast().receipt().getReleasedTo()).containsAnyElementsOf(ONLOOKERS);
    }

    /** With a recall and a correction that name the same parties, as those who know no better would. */
    private void withholdAndTakeBack(SpecificRecord event, String... to) {
        withhold(event, List.of(to), List.of());
        withhold(control(HandlingAction.CORRECT, envelope(event)), List.of(to), List.of());
        withhold(control(HandlingAction.RECALL, envelope(event)), List.of(to), List.of());
    }

    private void withhold(SpecificRecord event, List<String> to, List<String> notTo) {
        withhold(xa, event, to, notTo);
    }

    private void withhold(SeizedOutbox outbox, SpecificRecord event, List<String> to, List<String> notTo) {
        unknown.addAll(List.of(envelope(event).getEventId(), caseId(envelope(event))));
        if (all) {
            withheld.add(send(outbox, event, to, notTo));
        }
    }

    private static Sent send(SeizedOutbox outbox, SpecificRecord event, List<String> to, List<String> notTo) {
        Distribution distribution = new Distribution(to, notTo);
        long seq = outbox.next(event);
        byte[] dispatch = outbox.dispatches().dispatch(seq, event, outbox.signer(), distribution);
        return new Sent(envelope(event), distribution, outbox.receiptOf(outbox.send(event, dispatch)));
    }

    private AlertRoute alert(Tlp marking, Purpose... purposes) {
        return SampleEvents.alertRoute(
                dated(SampleEvents.envelope("alert.route", "xa"), marking, Lane.OPERATIONAL, purposes));
    }

    private AlertNetwork network() {
        return AlertNetwork.newBuilder(SampleAlerts.network("xa"))
                .setEnvelope(dated(
                        SampleEvents.envelope("alert.network", "xa"),
                        Tlp.AMBER,
                        Lane.OPERATIONAL,
                        Purpose.STRATEGIC_ANALYSIS,
                        Purpose.OPERATIONAL_LE))
                .build();
    }

    /**
     * Each that is permitted has its own second, since lists put what happened at the same time in the order of ids.
     */
    private IncidentReport incident(Purpose purpose) {
        return IncidentReport.newBuilder(SampleEvents.incidentReport("xa"))
                .setEnvelope(
                        dated(SampleEvents.envelope("incident.report", "xa"), Tlp.AMBER, Lane.OPERATIONAL, purpose))
                .setIncidentId("SEA-44")
                .setOccurredAt(when.plusSeconds(permitted.size()))
                .build();
    }

    private CoopRequest request(RequestKind kind, Purpose purpose, String... addressees) {
        Envelope envelope = dated(SampleEvents.envelope("coop.request", "xa"), Tlp.AMBER, Lane.COOPERATION, purpose);
        return CoopRequest.newBuilder(SampleEvents.coopRequest("xa", addressees))
                .setEnvelope(envelope)
                .setRequestId(caseId(envelope))
                .setKind(kind)
                .setPurpose(purpose)
                .build();
    }

    private ProtectionStatus status() {
        return ProtectionStatus.newBuilder(SampleProtection.status("iom-protection", UUID.randomUUID()))
                .setEnvelope(dated(
                        SampleEvents.envelope("protection.status", "iom-protection"),
                        Tlp.AMBER_STRICT,
                        Lane.COOPERATION,
                        Purpose.PROTECTION_ASSISTANCE))
                .build();
    }

    /** What stands in the case of its target, marked and purposed as that. */
    private ControlHandling control(HandlingAction action, Envelope target) {
        ControlHandling recall = SampleControl.recall(target);
        return ControlHandling.newBuilder(recall)
                .setEnvelope(Envelope.newBuilder(recall.getEnvelope())
                        .setOccurredAt(when)
                        .setPublishedAt(when)
                        .setLane(Lane.OPERATIONAL)
                        .build())
                .setAction(action)
                .setConfirmBy(when.plus(Duration.ofHours(24)))
                .build();
    }

    private static Envelope inCaseOf(Envelope earlier) {
        return Envelope.newBuilder(earlier)
                .setEventId(UUID.randomUUID())
                .setMsgType(MessageType.UPDATE)
                .build();
    }

    private Envelope dated(Envelope.Builder envelope, Tlp marking, Lane lane, Purpose... purposes) {
        return envelope.setOccurredAt(when)
                .setPublishedAt(when)
                .setContextId(Stream.generate(() -> "exercise:" + UUID.randomUUID())
                        .filter(contextId -> Partitions.of(contextId, partitions) == PARTITION)
                        .findFirst()
                        .orElseThrow())
                .setTlp(marking)
                .setLane(lane)
                .setPermittedPurposes(List.of(purposes))
                .build();
    }

    private static UUID caseId(Envelope envelope) {
        String contextId = envelope.getContextId();
        return UUID.fromString(contextId.substring(contextId.indexOf(':') + 1));
    }

    private static Envelope envelope(SpecificRecord event) {
        return (Envelope) event.get(0);
    }
}
