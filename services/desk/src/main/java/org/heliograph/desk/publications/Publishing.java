package org.heliograph.desk.publications;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.preview.GateCheck;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.exchange.outbox.Outbox;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes, corrects and withdraws. A publication and its event are stored together or not at all. Each version of a
 * publication stands in its case, with the marking and the recipients of the first: what was CLEAR stays public, so a
 * narrower version would leave the earlier one where it is.
 */
public final class Publishing {

    private final Envelopes envelopes;
    private final Outbox outbox;
    private final Previews previews;
    private final Publications publications;
    private final PublicationRules rules;
    private final GateCheck gate;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Publishing(
            Envelopes envelopes,
            Outbox outbox,
            Previews previews,
            Publications publications,
            PublicationRules rules,
            GateCheck gate,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.previews = previews;
        this.publications = publications;
        this.rules = rules;
        this.gate = gate;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * Publishes something new.
     *
     * @return the id of the publication
     * @throws Rejection if it is against a rule, or the gate would refuse it; nothing is stored then
     * @throws InvalidEventException if a field breaks a rule; nothing is stored then
     */
    public UUID publish(NewPublication<?> wanted, Caller caller) {
        SpecificRecord event = first(wanted, caller);
        gate.check(event, wanted.distribution());
        UUID id = UUID.fromString(envelope(event).getContextId().split(":", 2)[1]);
        transaction.executeWithoutResult(_ -> {
            rules.checkRequest(wanted.content(), wanted.status());
            store(event, id, 1, wanted.handling(), wanted.distribution());
        });
        return id;
    }

    /**
     * Who would get it if it were published now. Stores nothing.
     *
     * @throws Rejection if it is against a rule
     * @throws InvalidEventException if a field breaks a rule
     * @throws org.heliograph.desk.preview.NoPreviewException if the gate cannot be asked
     */
    public GateAnswer preview(NewPublication<?> wanted, Caller caller) {
        SpecificRecord event = first(wanted, caller);
        rules.checkRequest(wanted.content(), wanted.status());
        return previews.of(event, wanted.distribution());
    }

    private SpecificRecord first(NewPublication<?> wanted, Caller caller) {
        rules.checkSharing(wanted.handling(), wanted.distribution());
        return event(
                new CaseFile(UUID.randomUUID(), wanted.status()),
                MessageType.ALERT,
                wanted.handling(),
                wanted.content(),
                Instant.MIN,
                caller);
    }

    /**
     * Puts a version in the place of the last one.
     *
     * @param version that the caller has seen
     * @throws Rejection if the party published no such thing, withdrew it, or has a later version, or if the gate would
     *     refuse it; nothing is stored then
     * @throws InvalidEventException if a field breaks a rule; nothing is stored then
     */
    public void correct(UUID id, int version, Content content, Caller caller) {
        // Before anything is held: asking the gate may take seconds.
        publications
                .findOwn(id, content.publicationType())
                .ifPresent(last -> gate.check(next(last, MessageType.UPDATE, content, caller), distribution(last)));
        change(id, content.publicationType(), version, MessageType.UPDATE, _ -> content, caller);
    }

    /**
     * Takes the last version back, for all who hold it.
     *
     * @param version that the caller has seen
     * @throws Rejection if the party published no such thing, withdrew it, or has a later version
     */
    public void withdraw(UUID id, PublicationType type, int version, Caller caller) {
        change(id, type, version, MessageType.CANCEL, last -> content(type, last.content()), caller);
    }

    private void change(
            UUID id,
            PublicationType type,
            int version,
            MessageType change,
            Function<Publication, Content> contents,
            Caller caller) {
        transaction.executeWithoutResult(_ -> {
            Publication last = publications.lockOwn(id, type).orElseThrow(() -> new Rejection(Problems.notFound()));
            if (last.withdrawn() || last.version() != version) {
                throw new Rejection(conflict(last));
            }
            Content content = contents.apply(last);
            Optional<UUID> before = content(type, last.content()).uponRequest();
            if (!content.uponRequest().equals(before)) {
                rules.checkRequest(content, last.status());
            }
            store(next(last, change, content, caller), id, version + 1, last.handling(), distribution(last));
        });
    }

    private SpecificRecord next(Publication last, MessageType change, Content content, Caller caller) {
        return event(
                new CaseFile(last.id(), last.status()), change, last.handling(), content, last.publishedAt(), caller);
    }

    private static Distribution distribution(Publication last) {
        return new Distribution(last.recipients(), last.excluded());
    }

    private static ProblemDetail conflict(Publication last) {
        ProblemDetail problem = last.withdrawn()
                ? Problems.of(HttpStatus.CONFLICT, "withdrawn", "Withdrawn", "It was withdrawn; publish anew")
                : Problems.of(
                        HttpStatus.CONFLICT,
                        "outdated",
                        "Somebody was faster",
                        "It was changed since you looked; see now. Nothing of yours was stored");
        problem.setProperty("now", last.version());
        return problem;
    }

    private Content content(PublicationType type, JsonNode stored) {
        return switch (type) {
            case PRODUCT -> json.treeToValue(stored, ProductContent.class);
            case LEGAL_UPDATE -> json.treeToValue(stored, LegalUpdateContent.class);
            case CAPACITY_ACTIVITY -> json.treeToValue(stored, ActivityContent.class);
            case CAMPAIGN -> json.treeToValue(stored, CampaignContent.class);
            case STRATEGY -> json.treeToValue(stored, StrategyContent.class);
        };
    }

    /** Recipients take the version that was published last, so each is later than the one before by our own clock. */
    private SpecificRecord event(
            CaseFile file, MessageType type, Handling handling, Content content, Instant before, Caller caller) {
        Envelope envelope = envelopes.build(
                content.publicationType().eventType(),
                file,
                Lane.KNOWLEDGE,
                type,
                Priority.LOW,
                handling,
                caller,
                null);
        Envelope.Builder later = Envelope.newBuilder(envelope);
        content.uponRequest().ifPresent(request -> later.setCorrelationId(request.toString()));
        if (!envelope.getPublishedAt().isAfter(before)) {
            later.setPublishedAt(before.plusMillis(1));
        }
        SpecificRecord event = content.event(later.build(), file.id());
        InvalidEventException.throwIfInvalid(event);
        return event;
    }

    private void store(SpecificRecord event, UUID id, int version, Handling handling, Distribution distribution) {
        Envelope envelope = envelope(event);
        Content said = Content.of(event);
        publications.put(
                new Publication(
                        id,
                        said.publicationType(),
                        Publication.Direction.OUT,
                        envelope.getOriginatorParty(),
                        envelope.getEventId(),
                        version,
                        envelope.getStatus(),
                        envelope.getMsgType() == MessageType.CANCEL,
                        envelope.getPublishedAt(),
                        envelope.getPublishedAt(),
                        handling,
                        distribution.getReleasableTo(),
                        distribution.getNotReleasableTo(),
                        json.valueToTree(said)),
                said);
        outbox.add(event, distribution);
    }

    private static Envelope envelope(SpecificRecord event) {
        return (Envelope) event.get(0);
    }
}
