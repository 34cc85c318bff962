package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PartyId;
import org.heliograph.events.Distribution;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/** What is to be published, and for whom. */
public record NewPublication<C extends Content>(
        @Schema(description = "What the whole case is: an exercise never becomes real.") @NotNull
        Status status,

        @Schema(description = "CLEAR is for everybody. Knowledge is CLEAR unless said otherwise, all else GREEN.")
        @Nullable
        Tlp tlp,

        @Schema(description = "Parties that get it; needed from AMBER up, none where it is CLEAR.")
        @Size(max = 200)
        @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> releasableTo,

        @Schema(description = "Parties that do not get it, whatever else is said.") @Size(max = 200) @Nullable
        List<@NotNull @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) String> notReleasableTo,

        @Schema(description = "What it may be used for.") @Size(min = 1, max = 9) @Nullable
        List<@NotNull Purpose> purposes,

        @Valid @NotNull C content) {

    Handling handling() {
        PublicationType type = content.publicationType();
        return new Handling(
                Objects.requireNonNullElse(tlp, type.marking()),
                List.of(),
                null,
                Objects.requireNonNullElse(purposes, type.purposes()),
                null,
                false);
    }

    Distribution distribution() {
        return new Distribution(Given.orEmpty(releasableTo), Given.orEmpty(notReleasableTo));
    }
}
