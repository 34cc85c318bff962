package org.heliograph.cooperation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.CoopAct;
import org.jspecify.annotations.Nullable;

/** What is done to an instance of a request; {@link Protocol} says whether it may be. */
public sealed interface Action {

    /** The request was seen and is being looked at; promises nothing. */
    record Acknowledge() implements Action {}

    /**
     * Somebody at the addressee has it now.
     *
     * @param to a desk or function, never a name
     */
    record Assign(String to) implements Action {
        /** @throws IllegalArgumentException for a blank desk */
        public Assign {
            Texts.require(to, "an assignment says to which desk");
        }
    }

    /**
     * The addressee cannot go on without an answer; its clocks stand still until then (UNTOC 18(16)).
     *
     * @param questions one at least
     */
    record Ask(List<String> questions) implements Action {
        /** @throws IllegalArgumentException without a question */
        public Ask {
            questions = Texts.required(questions, "who asks for information has a question");
        }
    }

    /** The requester answers what it was asked. */
    record Answer(String text) implements Action {
        /** @throws IllegalArgumentException for a blank answer */
        public Answer {
            Texts.require(text, "an answer has a text");
        }
    }

    /**
     * The addressee will help.
     *
     * @param conditions what it asks in return, in its order; empty for none (UNTOC 18(26))
     */
    record Accept(List<String> conditions) implements Action {
        public Accept {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * The addressee will help, but not now (UNTOC 18(25)).
     *
     * @param until when it takes the request up again
     */
    record Postpone(Ground ground, Instant until) implements Action {}

    /** Before it declines on a legal ground the addressee says so, and whether conditions would help (UNTOC 18(26)). */
    record Consult(Ground ground) implements Action {}

    /** The addressee will not help; not to be had without a ground (UNTOC 18(23)). */
    record Decline(Ground ground) implements Action {}

    /** What was accepted has begun. */
    record Start() implements Action {}

    /** What was asked for is there. */
    record Fulfil(Fulfilment fulfilment) implements Action {}

    /** The requester has what it asked for, or takes note of why it gets nothing. */
    record Confirm() implements Action {}

    /** What came is not what was asked for; once for each instance. */
    record Reopen(String reason) implements Action {
        /** @throws IllegalArgumentException for a blank reason */
        public Reopen {
            Texts.require(reason, "a reopening has a reason");
        }
    }

    /**
     * The requester no longer asks.
     *
     * @param reason for people to read; null when none was given
     */
    record Withdraw(@Nullable String reason) implements Action {}

    /** Nothing was heard of the requester for so long that the instance ends by itself. */
    record Lapse() implements Action {}

    /** A deadline is near. */
    record Warn(Deadline deadline) implements Action {}

    /**
     * A deadline has passed.
     *
     * @param level 1 unit head, 2 HQ focal point, 3 platform coordinators
     */
    record Escalate(Deadline deadline, int level) implements Action {
        /** @throws IllegalArgumentException for a level other than 1 to 3 */
        public Escalate {
            if (level < 1 || level > HIGHEST_LEVEL) {
                throw new IllegalArgumentException("levels of escalation are 1 to 3, not " + level);
            }
        }
    }

    /**
     * A command of the requester came too late, or does not fit; tells it so.
     *
     * @param command id of the event that carried it
     */
    record SetAside(UUID command, Refusal because) implements Action {}

    /** Of an escalation. */
    int HIGHEST_LEVEL = 3;

    /** Its name in events. */
    default CoopAct act() {
        return switch (this) {
            case Acknowledge _ -> CoopAct.ACKNOWLEDGE;
            case Assign _ -> CoopAct.ASSIGN;
            case Ask _ -> CoopAct.ASK;
            case Answer _ -> CoopAct.ANSWER;
            case Accept _ -> CoopAct.ACCEPT;
            case Postpone _ -> CoopAct.POSTPONE;
            case Consult _ -> CoopAct.CONSULT;
            case Decline _ -> CoopAct.DECLINE;
            case Start _ -> CoopAct.START;
            case Fulfil _ -> CoopAct.FULFIL;
            case Confirm _ -> CoopAct.CONFIRM;
            case Reopen _ -> CoopAct.REOPEN;
            case Withdraw _ -> CoopAct.WITHDRAW;
            case Lapse _ -> CoopAct.LAPSE;
            case Warn _ -> CoopAct.WARN;
            case Escalate _ -> CoopAct.ESCALATE;
            case SetAside _ -> CoopAct.SET_ASIDE;
        };
    }
}
