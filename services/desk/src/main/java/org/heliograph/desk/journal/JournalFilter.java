package org.heliograph.desk.journal;

import org.jspecify.annotations.Nullable;

/**
 * Which events of one type are wanted; null wants all.
 *
 * @param subject what its originator calls the matter
 * @param history whether those are wanted too that their originator has replaced
 */
public record JournalFilter(
        @Nullable JournalDirection direction,
        @Nullable String originator,
        @Nullable String subject,
        boolean history) {}
