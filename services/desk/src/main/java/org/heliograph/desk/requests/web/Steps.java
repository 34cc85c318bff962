package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Ground;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What callers send to take a step. The version is that of the addressee's standing which the caller has seen. */
final class Steps {

    private static final String VERSION = "Number of the last step that the caller has seen, 0 before the first.";

    private Steps() {}

    record AcknowledgeStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version) {
        Action action() {
            return new Action.Acknowledge();
        }
    }

    record AcceptStep(
            @Schema(description = VERSION) @NotNull @PositiveOrZero
            Integer version,

            @Size(max = 20) @Nullable List<@NotNull @PlainText(max = 1_000) String> conditions) {
        Action action() {
            return new Action.Accept(conditions == null ? List.of() : conditions);
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
            String redirect) {
        Action action() {
            return new Action.Decline(new Ground(reasonCode, reason, redirect));
        }
    }

    record WithdrawStep(@PlainText(max = 2_000) @Nullable String reason) {
        Action.Withdraw action() {
            return new Action.Withdraw(reason);
        }
    }
}
