package org.heliograph.desk.deadletters;

import java.util.List;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetter;
import org.heliograph.exchange.inbox.DeadLetterOffice;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retry;

final class DefaultLetterActs implements LetterActs {

    private final DeadLetterOffice office;
    private final Returning returning;

    DefaultLetterActs(DeadLetterOffice office, Returning returning) {
        this.office = office;
        this.returning = returning;
    }

    @Override
    public List<DeadLetter> open(int most) {
        return office.list(true, 0, most);
    }

    @Override
    public long count() {
        return office.open();
    }

    @Override
    public Retry retry(long id, Actor actor) {
        return office.retry(id, actor);
    }

    @Override
    public DeadLetter giveBack(long id, Actor actor, String reason) {
        return returning.giveBack(id, actor, reason);
    }

    @Override
    public DeadLetter proposeDiscard(long id, Actor actor, String reason) {
        return office.proposeDiscard(id, actor, reason);
    }

    @Override
    public DeadLetter confirmDiscard(long id, Actor actor) {
        return office.confirmDiscard(id, actor);
    }
}
