package org.heliograph.desk.deadletters;

import java.util.List;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetter;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retry;

/**
 * What officers do about the dead letters of their party. Any thread, outside of transactions. Each act ends with a
 * {@link org.heliograph.exchange.inbox.DeadLetterRefusedException} if it cannot be done as the letter is now.
 */
public interface LetterActs {

    /**
     * Letters that wait, oldest first.
     *
     * @param most at most so many, 1 at least
     */
    List<DeadLetter> open(int most);

    /** How many wait, those that wait behind another included. */
    long count();

    /** Applies a letter and what waits behind it, until one fails. */
    Retry retry(long id, Actor actor);

    /**
     * Gives a letter back to its originator. Asks the gate first, for some seconds at most.
     *
     * @param reason why, 1 to 500 characters; the originator reads it
     * @throws NotToldException if the gate would not let the originator know
     * @throws org.heliograph.desk.preview.NoPreviewException if the gate cannot be asked
     */
    DeadLetter giveBack(long id, Actor actor, String reason);

    /**
     * Asks to give a letter up.
     *
     * @param reason why, 1 to 500 characters; the originator reads it
     */
    DeadLetter proposeDiscard(long id, Actor actor, String reason);

    /** Gives a letter up, as somebody else proposed. */
    DeadLetter confirmDiscard(long id, Actor actor);
}
