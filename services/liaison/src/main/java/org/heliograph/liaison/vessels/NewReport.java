package org.heliograph.liaison.vessels;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.VesselMeasure;
import org.jspecify.annotations.Nullable;

/** What was done with a vessel, and what came of it. */
record NewReport(
        @Size(max = 3) @Nullable List<@NotNull VesselMeasure> measuresTaken,
        @NotNull @PlainText(max = 5_000) String results,
        @NotNull @PlainText(max = 5_000) String personsSafety) {}
