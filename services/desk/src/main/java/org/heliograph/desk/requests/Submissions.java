package org.heliograph.desk.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Sends requests. A request and its event are stored together or not at all. */
public final class Submissions {

    private final String party;
    private final Envelopes envelopes;
    private final CoopDispatches dispatches;
    private final Previews previews;
    private final JdbcRequests requests;
    private final JdbcSubmissions submissions;
    private final RequestFiles files;
    private final TransactionOperations transaction;

    Submissions(
            String party,
            Envelopes envelopes,
            CoopDispatches dispatches,
            Previews previews,
            JdbcRequests requests,
            JdbcSubmissions submissions,
            RequestFiles files,
            TransactionOperations transaction) {
        this.party = party;
        this.envelopes = envelopes;
        this.dispatches = dispatches;
        this.previews = previews;
        this.requests = requests;
        this.submissions = submissions;
        this.files = files;
        this.transaction = transaction;
    }

    /** What became of a submission. */
    public sealed interface Result {

        /** This request was stored and is on its way; nobody has answered yet. */
        record Created(RequestFile file) implements Result {}

        /** It had come before under the same key and created this request then. */
        record Repeated(UUID requestId) implements Result {}

        /** The key was used for something else; nothing was stored. */
        record KeyReused() implements Result {}
    }

    /**
     * Stores a request and sends it. Its reference is drawn first and never given again, whatever becomes of it.
     *
     * @param key null for a caller that does not ask to be protected from its own repetitions
     */
    public Result submit(Submission submission, Caller caller, @Nullable IdempotencyKey key) {
        String reference = nextReference(envelopes.now());
        return transaction.execute(_ -> {
            UUID requestId = UUID.randomUUID();
            if (key != null && !submissions.claim(key, requestId, envelopes.now())) {
                return submissions.repeated(key);
            }
            return new Result.Created(create(requestId, reference, submission, caller));
        });
    }

    /**
     * Who would get the request if it were sent now. Stores nothing, and draws no reference.
     *
     * @throws org.heliograph.desk.preview.NoPreviewException if the gate cannot be asked
     */
    public GateAnswer preview(Submission submission, Caller caller) {
        CaseFile file = new CaseFile(UUID.randomUUID(), submission.status());
        Envelope envelope = envelope(file, submission, caller);
        String none = reference(envelope.getOccurredAt(), 0);
        CooperationRequest request = request(file, none, envelope, submission, caller);
        return previews.of(CoopDispatches.event(envelope, request), CoopDispatches.distribution(request));
    }

    private RequestFile create(UUID requestId, String reference, Submission submission, Caller caller) {
        CaseFile file = new CaseFile(requestId, submission.status());
        Envelope envelope = envelope(file, submission, caller);
        CooperationRequest request = request(file, reference, envelope, submission, caller);
        requests.insert(request);
        request.addressees().forEach(addressee -> requests.insertStanding(request, addressee));
        dispatches.request(envelope, request);
        return files.begun(request);
    }

    private Envelope envelope(CaseFile file, Submission submission, Caller caller) {
        Envelope envelope = envelopes.build(
                EventTypes.REQUEST,
                file,
                Lane.COOPERATION,
                MessageType.ALERT,
                submission.priority(),
                submission.handling(),
                caller,
                null);
        return Envelope.newBuilder(envelope).setSources(submission.sources()).build();
    }

    private CooperationRequest request(
            CaseFile file, String reference, Envelope envelope, Submission submission, Caller caller) {
        return new CooperationRequest(
                file,
                Direction.OUT,
                reference,
                party,
                caller.role(),
                submission.addressees(),
                submission.content(),
                submission.priority(),
                submission.handling(),
                envelope.getEventId(),
                envelope.getOccurredAt());
    }

    private String nextReference(Instant at) {
        return reference(at, requests.nextReference(party, year(at)));
    }

    private String reference(Instant at, int number) {
        return "%s-%d-%06d".formatted(party.toUpperCase(Locale.ROOT), year(at), number);
    }

    private static int year(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getYear();
    }
}
