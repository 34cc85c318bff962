package org.heliograph.events.validation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AlertDocumentFraud;
import org.heliograph.events.AlertNetwork;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.CampaignNotice;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.ControlConfirmation;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MaritimeVesselAction;
import org.heliograph.events.MaritimeVesselRequest;
import org.heliograph.events.MaritimeVesselResponse;
import org.heliograph.events.PreventionStrategy;
import org.heliograph.events.ProtectionReferral;
import org.heliograph.events.ProtectionStatus;
import org.heliograph.events.ResearchObservation;

/** Every event that there is, by the name that policy and envelopes have for it. Pure functions, any thread. */
public final class Catalogue {

    /** One event: its name, its record, and where the record has its envelope and its rules. */
    record Entry<T extends SpecificRecord>(
            String type, Class<T> record, Function<T, Envelope> envelope, BiConsumer<T, Violations> rules) {

        void check(SpecificRecord event, Violations violations) {
            T typed = record.cast(event);
            EnvelopeRules.check(envelope.apply(typed), type, violations);
            rules.accept(typed, violations);
        }
    }

    private static final List<Entry<?>> ENTRIES = List.of(
            new Entry<>("alert.route", AlertRoute.class, AlertRoute::getEnvelope, AlertRouteRules::check),
            new Entry<>(
                    "alert.document-fraud",
                    AlertDocumentFraud.class,
                    AlertDocumentFraud::getEnvelope,
                    AlertDocumentFraudRules::check),
            new Entry<>("alert.network", AlertNetwork.class, AlertNetwork::getEnvelope, AlertNetworkRules::check),
            new Entry<>(
                    "incident.report", IncidentReport.class, IncidentReport::getEnvelope, IncidentReportRules::check),
            new Entry<>(
                    "maritime.distress",
                    MaritimeDistress.class,
                    MaritimeDistress::getEnvelope,
                    MaritimeDistressRules::check),
            new Entry<>(
                    "maritime.vessel-request",
                    MaritimeVesselRequest.class,
                    MaritimeVesselRequest::getEnvelope,
                    MaritimeVesselRules::check),
            new Entry<>(
                    "maritime.vessel-response",
                    MaritimeVesselResponse.class,
                    MaritimeVesselResponse::getEnvelope,
                    MaritimeVesselRules::check),
            new Entry<>(
                    "maritime.vessel-action",
                    MaritimeVesselAction.class,
                    MaritimeVesselAction::getEnvelope,
                    MaritimeVesselRules::check),
            new Entry<>("coop.request", CoopRequest.class, CoopRequest::getEnvelope, CoopRequestRules::check),
            new Entry<>("coop.event", CoopEvent.class, CoopEvent::getEnvelope, CoopEventRules::check),
            new Entry<>("coop.notice", CoopNotice.class, CoopNotice::getEnvelope, CoopNoticeRules::check),
            new Entry<>(
                    "protection.referral",
                    ProtectionReferral.class,
                    ProtectionReferral::getEnvelope,
                    ProtectionReferralRules::check),
            new Entry<>(
                    "protection.status",
                    ProtectionStatus.class,
                    ProtectionStatus::getEnvelope,
                    ProtectionStatusRules::check),
            new Entry<>(
                    "research.observation",
                    ResearchObservation.class,
                    ResearchObservation::getEnvelope,
                    ResearchObservationRules::check),
            new Entry<>(
                    "knowledge.product",
                    KnowledgeProduct.class,
                    KnowledgeProduct::getEnvelope,
                    KnowledgeProductRules::check),
            new Entry<>(
                    "knowledge.legal-update",
                    KnowledgeLegalUpdate.class,
                    KnowledgeLegalUpdate::getEnvelope,
                    KnowledgeLegalUpdateRules::check),
            new Entry<>(
                    "prevention.strategy",
                    PreventionStrategy.class,
                    PreventionStrategy::getEnvelope,
                    PreventionStrategyRules::check),
            new Entry<>(
                    "campaign.notice", CampaignNotice.class, CampaignNotice::getEnvelope, CampaignNoticeRules::check),
            new Entry<>(
                    "capacity.activity",
                    CapacityActivity.class,
                    CapacityActivity::getEnvelope,
                    CapacityActivityRules::check),
            new Entry<>(
                    "control.handling",
                    ControlHandling.class,
                    ControlHandling::getEnvelope,
                    ControlHandlingRules::check),
            new Entry<>(
                    "control.confirmation",
                    ControlConfirmation.class,
                    ControlConfirmation::getEnvelope,
                    ControlConfirmationRules::check),
            new Entry<>(
                    "control.delivery",
                    ControlDelivery.class,
                    ControlDelivery::getEnvelope,
                    ControlDeliveryRules::check));

    private static final SortedMap<String, Class<? extends SpecificRecord>> EVENTS = byType();

    private Catalogue() {}

    /** The record of each event, by the event's name. */
    public static SortedMap<String, Class<? extends SpecificRecord>> events() {
        return EVENTS;
    }

    static Optional<Entry<?>> entry(SpecificRecord event) {
        for (Entry<?> entry : ENTRIES) {
            if (entry.record().isInstance(event)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static SortedMap<String, Class<? extends SpecificRecord>> byType() {
        SortedMap<String, Class<? extends SpecificRecord>> events = new TreeMap<>();
        ENTRIES.forEach(entry -> events.put(entry.type(), entry.record()));
        return Collections.unmodifiableSortedMap(events);
    }
}
