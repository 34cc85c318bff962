package org.heliograph.desk.pages.requests;

import java.util.List;
import java.util.Optional;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.events.CoopAct;
import org.heliograph.events.ReasonCode;
import org.heliograph.pages.design.Words;

/**
 * What an officer fills in to take a step.
 *
 * @param closing with what the request is fulfilled
 */
record ActForms(Closing closing, Words words) {

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

    /** Empty where a button is enough. */
    List<Field> fields(CoopAct act) {
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
            case FULFIL -> closing.fields(words);
            case REOPEN -> List.of(Field.text("reason", 2_000));
            case WITHDRAW -> List.of(Field.text("reason", 2_000).optional());
            case ACKNOWLEDGE, START, CONFIRM, LAPSE, WARN, ESCALATE, SET_ASIDE, UNKNOWN -> List.of();
        };
    }

    /** The field that a refusal is about; empty where no other input would help. */
    Optional<String> field(Refusal refusal) {
        return switch (refusal) {
            case EVIDENCE_REQUIRED -> Optional.of(closing.lacking());
            case GROUND_ONLY_POSTPONES, GROUND_DOES_NOT_POSTPONE, CONSULTATION_REQUIRED, NO_CONSULTATION_NEEDED ->
                Optional.of("reasonCode");
            case POSTPONED_TO_NO_USE -> Optional.of("until");
            case REDIRECT_REQUIRED -> Optional.of("redirect");
            case NOT_IN_THIS_STATE, NOT_THIS_ACTOR, REOPENED_BEFORE, NOT_COMPETENT -> Optional.empty();
        };
    }

    /** What is said of a refusal there. */
    String saying(Refusal refusal) {
        return refusal == Refusal.EVIDENCE_REQUIRED
                ? words.text("fulfil." + closing.kind() + ".wrong")
                : words.text("conflict." + refusal);
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
