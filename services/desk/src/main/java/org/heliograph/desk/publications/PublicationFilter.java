package org.heliograph.desk.publications;

import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which publications are wanted; null wants all.
 *
 * @param country one of those that it is about
 * @param theme a theme, key issue or region
 */
public record PublicationFilter(
        Publication.@Nullable Direction direction,
        @Nullable PublicationType type,
        @Nullable String originator,
        @Nullable Status status,
        @Nullable String country,
        @Nullable String theme) {}
