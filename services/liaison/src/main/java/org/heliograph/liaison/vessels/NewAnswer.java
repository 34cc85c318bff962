package org.heliograph.liaison.vessels;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.Authorisation;
import org.heliograph.events.RegistryStatus;
import org.jspecify.annotations.Nullable;

/** What the flag State's designated authority answers. */
record NewAnswer(
        @Schema(description = "How many answers the caller has seen: 0 before the first.") @NotNull @PositiveOrZero
        Integer version,

        @Schema(description = "UNKNOWN is an answer too.") @NotNull
        RegistryStatus registry,

        @Schema(
                description = "Only where measures were proposed; GRANTED and CONDITIONAL once the registry is"
                        + " CONFIRMED.")
        @Nullable
        Authorisation authorisation,

        @Schema(description = "With CONDITIONAL.") @Size(max = 20) @Nullable
        List<@NotNull @PlainText(max = 500) String> conditions,

        @Schema(description = "Needed with REFUSED and DEFERRED.") @PlainText(max = 2_000) @Nullable
        String reason) {}
