package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.heliograph.desk.publications.Content;

/** What takes the place of the last version; marking and recipients stay. */
record Correction<C extends Content>(
        @Schema(description = "The version that the caller has seen.") @NotNull @Min(1)
        Integer version,

        @Valid @NotNull C content) {}
