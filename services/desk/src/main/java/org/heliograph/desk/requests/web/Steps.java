package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.FormalRequest;
import org.heliograph.cooperation.Fulfilment;
import org.heliograph.cooperation.Ground;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What an addressee's officers send to take a step. The version is that of the standing which the caller has seen. */
final class Steps {

    static final String VERSION = "Number of the last step that the caller has seen, 0 before the first.";

    private Steps() {}

    /** A step that follows from a version. */
    sealed interface Step {
        Integer version();

        Action action();
    }

    record AcknowledgeStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version) implements Step {
        @Override
        public Action action() {
            return new Action.Acknowledge();
        }
    }

    record AssignStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @Schema(description = "A desk or function, never a name.", example = "legal desk")
            @NotNull
            @PlainText(max = 200)
            String to)
            implements Step {
        @Override
        public Action action() {
            return new Action.Assign(to);
        }
    }

    record AskStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @NotEmpty @Size(max = 20) List<@NotNull @PlainText(max = 1_000) String> questions)
            implements Step {
        @Override
        public Action action() {
            return new Action.Ask(questions);
        }
    }

    record AcceptStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @Size(max = 20) @Nullable List<@NotNull @PlainText(max = 1_000) String> conditions)
            implements Step {
        @Override
        public Action action() {
            return new Action.Accept(Given.orEmpty(conditions));
        }
    }

    record PostponeStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @Schema(description = "ONGOING_INVESTIGATION or NO_CAPACITY.") @NotNull
            ReasonCode reasonCode,

            @NotNull @PlainText(max = 2_000) String reason,

            @Schema(description = "When it is taken up again: ahead, and within a year.") @NotNull
            Instant until)
            implements Step {
        @Override
        public Action action() {
            return new Action.Postpone(new Ground(reasonCode, reason, null), until);
        }
    }

    record ConsultStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @Schema(description = "A legal ground.") @NotNull
            ReasonCode reasonCode,

            @NotNull @PlainText(max = 2_000) String reason)
            implements Step {
        @Override
        public Action action() {
            return new Action.Consult(new Ground(reasonCode, reason, null));
        }
    }

    record DeclineStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @NotNull ReasonCode reasonCode,
            @NotNull @PlainText(max = 2_000) String reason,

            @Schema(description = "Who is competent instead: a party id or an authority. Required with NOT_COMPETENT.")
            @PlainText(max = 200)
            @Nullable
            String redirect)
            implements Step {
        @Override
        public Action action() {
            return new Action.Decline(new Ground(reasonCode, reason, redirect));
        }
    }

    record StartStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version) implements Step {
        @Override
        public Action action() {
            return new Action.Start();
        }
    }

    record FulfilStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @Schema(description = "Whether it is all that was asked for.") @NotNull
            Boolean whole,

            @NotNull @PlainText(max = 5_000) String summary,

            @Schema(
                    description = "Where the results are: events of this party as <type>/<id>, addresses of documents.",
                    example = "[\"capacity.activity/6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801\"]")
            @Size(max = 20)
            @Nullable
            List<@NotNull @PlainText(max = 2_000) String> results,

            @Schema(description = "What came of it in numbers.", example = "{\"persons-reached\": 12000}")
            @Size(max = 20)
            @Nullable
            Map<@NotNull @PlainText(max = 100) String, @NotNull @PositiveOrZero Integer> counts,

            @Schema(description = "What MLA_PREPARATION prepared, and when it went to the other central authority.")
            @Valid
            @Nullable
            SentRequest formalRequest)
            implements Step {
        @Override
        public Action action() {
            return new Action.Fulfil(new Fulfilment(
                    whole,
                    summary,
                    Given.orEmpty(results),
                    counts == null ? new TreeMap<>() : new TreeMap<>(counts),
                    formalRequest == null
                            ? null
                            : new FormalRequest(formalRequest.reference(), formalRequest.sentOn())));
        }
    }

    record SentRequest(
            @NotNull @PlainText(max = 200) String reference,

            @NotNull @PastOrPresent LocalDate sentOn) {}
}
