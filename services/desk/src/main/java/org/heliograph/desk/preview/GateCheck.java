package org.heliograph.desk.preview;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Refuses what the gate would refuse, before any of it is stored. Who may publish what stands in the policy, and so at
 * the gate alone. Any thread; blocks some seconds at most, so not to be called in a transaction.
 */
public final class GateCheck {

    private final Previews previews;

    GateCheck(Previews previews) {
        this.previews = previews;
    }

    /**
     * Asks the gate. While it cannot be asked nothing is refused here: it judges what is sent all the same.
     *
     * @throws Rejection with the gate's rule and reason if it would refuse the event whole
     */
    public void check(SpecificRecord event, Distribution distribution) {
        GateAnswer answer;
        try {
            answer = previews.of(event, distribution);
        } catch (NoPreviewException _) {
            return;
        }
        if (answer.outcome() == Outcome.REFUSED) {
            throw new Rejection(refused(answer));
        }
    }

    private static ProblemDetail refused(GateAnswer answer) {
        ProblemDetail problem = Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "gate-refuses",
                "The gate would refuse it",
                Objects.requireNonNullElse(answer.reason(), "It gives no reason") + ". Nothing was stored");
        problem.setProperty("rule", answer.rule());
        return problem;
    }
}
