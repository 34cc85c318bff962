package org.heliograph.desk.pages.requests;

import java.util.List;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.events.CoopAct;
import org.heliograph.events.ReasonCode;

/** What an officer fills in to take a step. */
final class ActForms {

    private static final List<ReasonCode> PASSING = List.of(ReasonCode.ONGOING_INVESTIGATION, ReasonCode.NO_CAPACITY);

    private static final List<ReasonCode> LEGAL = List.of(
            ReasonCode.NOT_IN_CONFORMITY,
            ReasonCode.SOVEREIGNTY_SECURITY_ORDRE_PUBLIC,
            ReasonCode.DOMESTIC_LAW_PROHIBITS,
            ReasonCode.CONTRARY_TO_LEGAL_SYSTEM);

    private static final List<ReasonCode> DECLINING = List.of(
            ReasonCode.NOT_COMPETENT,
            ReasonCode.INSUFFICIENT_INFORMATION,
            ReasonCode.NO_CAPACITY,
            ReasonCode.DUPLICATE,
            ReasonCode.PROTECTION_RISK,
            ReasonCode.NOT_IN_CONFORMITY,
            ReasonCode.SOVEREIGNTY_SECURITY_ORDRE_PUBLIC,
            ReasonCode.DOMESTIC_LAW_PROHIBITS,
            ReasonCode.CONTRARY_TO_LEGAL_SYSTEM);

    private ActForms() {}

    /** Empty where a button is enough. */
    static List<Field> fields(CoopAct act) {
        return switch (act) {
            case ASSIGN -> List.of(Field.line("to", 200));
            case ASK -> List.of(Field.lines("questions"));
            case ANSWER -> List.of(Field.text("text", 10_000));
            case ACCEPT -> List.of(Field.lines("conditions").optional());
            case POSTPONE ->
                List.of(
                        Field.choice("reasonCode", "reason", PASSING),
                        Field.text("reason", 2_000),
                        Field.time("until"));
            case CONSULT -> List.of(Field.choice("reasonCode", "reason", LEGAL), Field.text("reason", 2_000));
            case DECLINE ->
                List.of(
                        Field.choice("reasonCode", "reason", DECLINING),
                        Field.text("reason", 2_000),
                        Field.line("redirect", 200).optional());
            case FULFIL ->
                List.of(
                        Field.yesNo("whole"),
                        Field.text("summary", 5_000),
                        Field.lines("results").optional());
            case REOPEN -> List.of(Field.text("reason", 2_000));
            case WITHDRAW -> List.of(Field.text("reason", 2_000).optional());
            case ACKNOWLEDGE, START, CONFIRM, LAPSE, WARN, ESCALATE, SET_ASIDE, UNKNOWN -> List.of();
        };
    }

    /** Whether the act is one of an officer's. */
    static boolean isOfficers(CoopAct act) {
        return switch (act) {
            case ACKNOWLEDGE, ASSIGN, ASK, ANSWER, ACCEPT, POSTPONE, CONSULT, DECLINE, START, FULFIL, CONFIRM, REOPEN ->
                true;
            case WITHDRAW -> true;
            case LAPSE, WARN, ESCALATE, SET_ASIDE, UNKNOWN -> false;
        };
    }
}
