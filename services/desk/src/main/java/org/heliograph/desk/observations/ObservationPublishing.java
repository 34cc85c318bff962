package org.heliograph.desk.observations;

import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.preview.GateCheck;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.NamedRequests;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.series.Series;
import org.heliograph.exchange.outbox.Outbox;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes numbers of the party's own series. A number and its event are stored together or not at all. What a
 * suppressed number could be worked out from is for the caller to withhold too: this looks at one number alone (R13).
 */
public final class ObservationPublishing {

    private static final String EVENT_TYPE = "research.observation";

    private final String party;
    private final Envelopes envelopes;
    private final Outbox outbox;
    private final Observations observations;
    private final NamedRequests requests;
    private final Previews previews;
    private final GateCheck gate;
    private final TransactionTemplate transaction;

    ObservationPublishing(
            String party,
            Envelopes envelopes,
            Outbox outbox,
            Observations observations,
            NamedRequests requests,
            Previews previews,
            GateCheck gate,
            TransactionTemplate transaction) {
        this.party = party;
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.observations = observations;
        this.requests = requests;
        this.previews = previews;
        this.gate = gate;
        this.transaction = transaction;
    }

    /**
     * Publishes a number, or puts one in the place of an earlier revision.
     *
     * @throws Rejection if the gate would refuse it, if the request that it names is not the party's, or if the last
     *     revision is another than it replaces; nothing is stored then
     * @throws InvalidEventException if a field breaks a rule; nothing is stored then
     */
    public ObservationView publish(NewObservation wanted, Caller caller) {
        ResearchObservation event = event(wanted, caller);
        gate.check(event, wanted.distribution());
        ObservationView view = ObservationView.of(event);
        transaction.executeWithoutResult(_ -> {
            checkRequest(event);
            observations.hold(view);
            checkReplaced(wanted, observations.lastRevision(view));
            observations.put(view, view.publishedAt());
            outbox.add(event, wanted.distribution());
        });
        return view;
    }

    /**
     * Who would get it if it were published now. Stores nothing.
     *
     * @throws InvalidEventException if a field breaks a rule
     * @throws org.heliograph.desk.preview.NoPreviewException if the gate cannot be asked
     */
    public GateAnswer preview(NewObservation wanted, Caller caller) {
        ResearchObservation event = event(wanted, caller);
        checkRequest(event);
        return previews.of(event, wanted.distribution());
    }

    private void checkRequest(ResearchObservation event) {
        event.getRequestId()
                .ifPresent(request ->
                        requests.named("requestId", request, event.getEnvelope().getStatus()));
    }

    private static void checkReplaced(NewObservation wanted, int last) {
        int replaces = wanted.replaces() == null ? 0 : wanted.replaces();
        if (replaces != last) {
            ProblemDetail problem = Problems.of(
                    HttpStatus.CONFLICT,
                    "outdated",
                    "Another revision is the last",
                    "See now for the last revision of this series and period, 0 if there is none. Nothing of yours was"
                            + " stored");
            problem.setProperty("now", last);
            throw new Rejection(problem);
        }
    }

    private ResearchObservation event(NewObservation wanted, Caller caller) {
        ResearchObservation.Builder content = ResearchObservation.newBuilder(wanted.content());
        Series series = new Series(
                party,
                content.getIndicator(),
                content.getGeoLevel(),
                content.getGeoCode(),
                content.getDims(),
                content.getUnit(),
                content.getEstimateType());
        String context = series.contextId(wanted.status(), content.getPeriod());
        UUID id = UUID.fromString(context.substring(context.indexOf(':') + 1));
        Envelope envelope = envelopes.build(
                EVENT_TYPE,
                new CaseFile(id, wanted.status()),
                Lane.KNOWLEDGE,
                wanted.replaces() == null ? MessageType.ALERT : MessageType.UPDATE,
                wanted.priority(),
                wanted.handling(),
                caller,
                null);
        ResearchObservation event = content.setEnvelope(envelope)
                .setRevision(wanted.replaces() == null ? 1 : wanted.replaces() + 1)
                .build();
        InvalidEventException.throwIfInvalid(event);
        return event;
    }
}
