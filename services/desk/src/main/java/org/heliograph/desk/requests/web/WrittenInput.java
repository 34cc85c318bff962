package org.heliograph.desk.requests.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.requests.Submission;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.CoopAct;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what officers wrote on a page by the rules that hold for calls of the REST layer. Any thread. */
public final class WrittenInput {

    private static final Pattern ELEMENT = Pattern.compile("[<\\[]");

    private final JsonMapper json;
    private final Validator validator;
    private final SubmissionRules rules;

    WrittenInput(JsonMapper json, Validator validator, SubmissionRules rules) {
        this.json = json;
        this.validator = validator;
        this.rules = rules;
    }

    /** What became of the reading. */
    public sealed interface Read<T> {

        /** It is as asked for. */
        record Good<T>(T value) implements Read<T> {}

        /**
         * Some fields are missing or not as asked for.
         *
         * @param errors one at least
         */
        record Bad<T>(List<FieldError> errors) implements Read<T> {
            public Bad {
                errors = List.copyOf(errors);
            }
        }

        /** The same of something else. */
        default <R> Read<R> then(Function<? super T, Read<R>> next) {
            return switch (this) {
                case Good<T>(T value) -> next.apply(value);
                case Bad<T>(List<FieldError> errors) -> new Bad<>(errors);
            };
        }
    }

    /** Fields are named and typed as in the body of {@code POST /api/v1/requests}. */
    public Read<Submission> submission(Map<String, ?> fields) {
        return read(fields, NewRequest.class).then(request -> {
            List<FieldError> broken = rules.broken(request);
            return broken.isEmpty() ? new Read.Good<>(request.submission(rules.party())) : new Read.Bad<>(broken);
        });
    }

    /**
     * Fields are named and typed as in the body of the call that takes the act.
     *
     * @throws IllegalArgumentException for an act that is no officer's
     */
    public Read<Action> act(CoopAct act, Map<String, ?> fields) {
        return switch (act) {
            case ACKNOWLEDGE -> step(fields, Steps.AcknowledgeStep.class);
            case ASSIGN -> step(fields, Steps.AssignStep.class);
            case ASK -> step(fields, Steps.AskStep.class);
            case ACCEPT -> step(fields, Steps.AcceptStep.class);
            case POSTPONE -> step(fields, Steps.PostponeStep.class);
            case CONSULT -> step(fields, Steps.ConsultStep.class);
            case DECLINE -> step(fields, Steps.DeclineStep.class);
            case START -> step(fields, Steps.StartStep.class);
            case FULFIL -> step(fields, Steps.FulfilStep.class);
            case ANSWER -> order(fields, Orders.AnswerOrder.class);
            case CONFIRM -> order(fields, Orders.ConfirmOrder.class);
            case REOPEN -> order(fields, Orders.ReopenOrder.class);
            case WITHDRAW -> read(fields, Orders.WithdrawOrder.class).then(order -> new Read.Good<>(order.action()));
            case LAPSE, WARN, ESCALATE, SET_ASIDE, UNKNOWN ->
                throw new IllegalArgumentException(act + " is no act of an officer");
        };
    }

    private Read<Action> step(Map<String, ?> fields, Class<? extends Steps.Step> type) {
        return read(fields, type).then(step -> new Read.Good<>(step.action()));
    }

    private Read<Action> order(Map<String, ?> fields, Class<? extends Orders.Order> type) {
        return read(fields, type).then(order -> new Read.Good<>(order.action()));
    }

    private <T> Read<T> read(Map<String, ?> fields, Class<? extends T> type) {
        try {
            T value = json.readValue(json.writeValueAsBytes(fields), type);
            List<FieldError> errors = validator.validate(value).stream()
                    .map(violation -> new FieldError(field(violation), violation.getMessage()))
                    .sorted(Comparator.comparing(FieldError::field))
                    .toList();
            return errors.isEmpty() ? new Read.Good<>(value) : new Read.Bad<>(errors);
        } catch (JacksonException mismatch) {
            String path = mismatch.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(name -> name != null)
                    .collect(Collectors.joining("."));
            return new Read.Bad<>(List.of(new FieldError(path, "not as asked for")));
        }
    }

    /** Of an element of a list, or of a key or value of a map, the whole. */
    private static String field(ConstraintViolation<?> violation) {
        return ELEMENT.split(violation.getPropertyPath().toString(), 2)[0];
    }
}
