package org.heliograph.desk.deadletters;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetter;
import org.heliograph.exchange.inbox.DeadLetterOffice;
import org.heliograph.exchange.inbox.DeadLetterOffice.Notice;

/**
 * Gives letters back where the gate says that the originator may be told. It takes one person, since nothing is lost by
 * it: so it is done only where somebody learns of it who can send the event anew.
 */
final class Returning {

    private final Asking asking;
    private final Gate gate;
    private final Giving giving;

    /**
     * For one office.
     *
     * @param asking what the originator would be told
     * @param gate what it would say of that
     * @param giving does it
     */
    Returning(Asking asking, Gate gate, Giving giving) {
        this.asking = asking;
        this.gate = gate;
        this.giving = giving;
    }

    /** As {@link DeadLetterOffice#returning}. */
    @FunctionalInterface
    interface Asking {
        Notice returning(long id, Actor actor, String reason);
    }

    /** As {@link Previews#of}. */
    @FunctionalInterface
    interface Gate {
        GateAnswer of(SpecificRecord event, Distribution distribution);
    }

    /** As {@link DeadLetterOffice#giveBack}. */
    @FunctionalInterface
    interface Giving {
        DeadLetter giveBack(long id, Actor actor, String reason);
    }

    DeadLetter giveBack(long id, Actor actor, String reason) {
        Notice notice = asking.returning(id, actor, reason);
        String originator = notice.event().getTargetOriginator();
        GateAnswer answer = gate.of(notice.event(), notice.distribution());
        if (!answer.releasedTo().contains(originator)) {
            throw new NotToldException(originator, Objects.requireNonNullElse(answer.reason(), "it gives no reason"));
        }
        return giving.giveBack(id, actor, reason);
    }
}
