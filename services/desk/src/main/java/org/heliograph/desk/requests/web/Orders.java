package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.web.PlainText;
import org.jspecify.annotations.Nullable;

/** What a requester's officers send to command an addressee's instance. */
final class Orders {

    private static final String ADDRESSEE = "The party whose instance is meant.";

    private Orders() {}

    /** A command to one addressee. */
    sealed interface Order {
        String addressee();

        Integer version();

        Action action();
    }

    record AnswerOrder(
            @Schema(description = ADDRESSEE) @NotNull String addressee,

            @Schema(description = Steps.VERSION) @NotNull @PositiveOrZero
            Integer version,

            @NotNull @PlainText(max = 10_000) String text)
            implements Order {
        @Override
        public Action action() {
            return new Action.Answer(text);
        }
    }

    record ConfirmOrder(
            @Schema(description = ADDRESSEE) @NotNull String addressee,

            @Schema(description = Steps.VERSION) @NotNull @PositiveOrZero
            Integer version)
            implements Order {
        @Override
        public Action action() {
            return new Action.Confirm();
        }
    }

    record ReopenOrder(
            @Schema(description = ADDRESSEE) @NotNull String addressee,

            @Schema(description = Steps.VERSION) @NotNull @PositiveOrZero
            Integer version,

            @NotNull @PlainText(max = 2_000) String reason)
            implements Order {
        @Override
        public Action action() {
            return new Action.Reopen(reason);
        }
    }

    record WithdrawOrder(@PlainText(max = 2_000) @Nullable String reason) {
        Action.Withdraw action() {
            return new Action.Withdraw(reason);
        }
    }
}
