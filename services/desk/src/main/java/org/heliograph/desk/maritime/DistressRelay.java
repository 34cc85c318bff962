package org.heliograph.desk.maritime;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.journal.Draft;
import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.journal.Sending;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.MaritimeDistress;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Relays distress. What is said of one distress is one case, in which the last word stands; two officers who speak of
 * it at once open one case, not two.
 */
public final class DistressRelay {

    private final Sending sending;
    private final Journal journal;
    private final TransactionTemplate transaction;

    DistressRelay(Sending sending, Journal journal, TransactionTemplate transaction) {
        this.sending = sending;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * Relays a word on a distress, in the transaction of the caller if there is one.
     *
     * @param draft made for the case that was opened before, if any
     * @return the id of the event
     */
    public UUID relay(String distressId, Function<Optional<CaseFile>, Draft<MaritimeDistress>> draft, Caller caller) {
        UUID[] sent = new UUID[1];
        transaction.executeWithoutResult(_ -> {
            hold(distressId);
            sent[0] = sending.send(draft.apply(caseOf(distressId)), caller);
        });
        return sent[0];
    }

    /** Until the end of the transaction of the caller nobody else at this service speaks of the distress. */
    public void hold(String distressId) {
        journal.hold(DistressView.KIND, distressId);
    }

    /** The word on a distress that this party relayed because of another of its events. */
    public Optional<UUID> causedBy(String distressId, UUID cause) {
        return journal.about(DistressView.KIND, distressId).stream()
                .filter(entry -> entry.direction() == JournalDirection.OUT)
                .filter(entry ->
                        entry.content().path("causationId").asString("").equals(cause.toString()))
                .map(JournalEntry::eventId)
                .findFirst();
    }

    /** Who would get such a word now. Stores nothing. */
    public GateAnswer preview(
            String distressId, Function<Optional<CaseFile>, Draft<MaritimeDistress>> draft, Caller caller) {
        return sending.preview(draft.apply(caseOf(distressId)), caller);
    }

    private Optional<CaseFile> caseOf(String distressId) {
        return journal.ownCase(DistressView.KIND, distressId);
    }
}
