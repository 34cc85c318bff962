package org.heliograph.desk.incidents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.maritime.DistressRelay;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.exchange.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports incidents. A report, its event, and the distress beside it where there is one are stored together or not at
 * all.
 */
public final class IncidentReporting {

    private static final String EVENT_TYPE = "incident.report";

    private final Envelopes envelopes;
    private final Outbox outbox;
    private final Incidents incidents;
    private final DistressRelay distress;
    private final Previews previews;
    private final TransactionTemplate transaction;

    IncidentReporting(
            Envelopes envelopes,
            Outbox outbox,
            Incidents incidents,
            DistressRelay distress,
            Previews previews,
            TransactionTemplate transaction) {
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.incidents = incidents;
        this.distress = distress;
        this.previews = previews;
        this.transaction = transaction;
    }

    /**
     * What is to be reported.
     *
     * @param content the report without its envelope
     * @param update whether the case was opened before
     * @param recipients at least one: incidents are AMBER or stricter
     * @param distress what of it goes out for the safety of life; null where nobody is in danger
     */
    public record NewReport(
            IncidentReport.Builder content,
            CaseFile file,
            boolean update,
            Priority priority,
            Handling handling,
            List<String> recipients,
            List<String> excluded,
            @Nullable DistressExtract distress) {

        public NewReport {
            recipients = List.copyOf(recipients);
            excluded = List.copyOf(excluded);
        }

        /** To whom it goes. */
        public Distribution distribution() {
            return new Distribution(recipients, excluded);
        }
    }

    /**
     * Reports an incident.
     *
     * @return the id of the event
     * @throws InvalidEventException if a field breaks a rule; nothing is stored then
     */
    public UUID report(NewReport report, Caller caller) {
        IncidentReport event = event(report, caller);
        Envelope envelope = event.getEnvelope();
        transaction.executeWithoutResult(_ -> {
            DistressExtract extract = report.distress();
            if (extract != null) {
                // Held before the outbox, as by whoever speaks of the distress alone: none waits for the other in turn.
                distress.hold(DistressExtract.distressId(report.file()));
            }
            incidents.insert(IncidentView.of(event), IncidentDirection.OUT, envelope.getPublishedAt());
            outbox.add(event, report.distribution());
            if (extract != null) {
                relay(extract, report, envelope.getEventId(), caller);
            }
        });
        return envelope.getEventId();
    }

    private void relay(DistressExtract extract, NewReport report, UUID incident, Caller caller) {
        try {
            distress.relay(
                    DistressExtract.distressId(report.file()),
                    known -> extract.draft(report.file(), known, report.excluded(), incident),
                    caller);
        } catch (InvalidEventException invalid) {
            throw invalid.within("distress");
        }
    }

    /** The distress that this party sent beside a report of its own. */
    public Optional<UUID> distressBeside(StoredIncident report) {
        if (report.direction() == IncidentDirection.IN) {
            return Optional.empty();
        }
        String context = report.incident().path("contextId").asString("");
        return distress.causedBy(context.substring(context.indexOf(':') + 1), report.eventId());
    }

    /**
     * Who would get the report if it were sent now. Stores nothing.
     *
     * @throws InvalidEventException if a field breaks a rule
     * @throws org.heliograph.desk.preview.NoPreviewException if the gate cannot be asked
     */
    public GateAnswer preview(NewReport report, Caller caller) {
        return previews.of(event(report, caller), report.distribution());
    }

    private IncidentReport event(NewReport report, Caller caller) {
        Envelope envelope = envelopes.build(
                EVENT_TYPE,
                report.file(),
                Lane.OPERATIONAL,
                report.update() ? MessageType.UPDATE : MessageType.ALERT,
                report.priority(),
                report.handling(),
                caller,
                null);
        IncidentReport event = IncidentReport.newBuilder(report.content())
                .setEnvelope(envelope)
                .build();
        InvalidEventException.throwIfInvalid(event);
        return event;
    }
}
