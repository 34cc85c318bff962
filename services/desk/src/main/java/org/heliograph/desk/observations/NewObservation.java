package org.heliograph.desk.observations;

import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Distribution;
import org.heliograph.events.Priority;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * A number that is to be published.
 *
 * @param content all but envelope and revision
 * @param replaces the revision that it takes the place of; null for the first of its series and period
 */
public record NewObservation(
        ResearchObservation.Builder content,
        Status status,
        Priority priority,
        Handling handling,
        Distribution distribution,
        @Nullable Integer replaces) {}
