package org.heliograph.operations.lag;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one group is behind at one topic.
 *
 * @param party of the principal that the group belongs to; null for one of the platform's own, or of nobody known
 * @param system the principal
 * @param family of an inbox; else the first word of the topic's name, such as {@code public}
 * @param partitions at which it has committed anything, and which answer
 * @param unread records, null if withheld; where a topic is compacted, or a transaction was given up, at most that many
 * @param lost records, null if withheld, that were deleted before the group had read them
 * @param oldest when the oldest unread record was appended; null if there is none, it could not be found in time, or a
 *     partition does not answer
 * @param ageMillis of that record at the time of the report
 * @param ageAtLeastMillis less than {@code ageMillis} only where that record may have been compacted away
 * @param why null where it is not behind, and nothing was lost
 * @param deletedFrom when retention may begin to delete what is unread; null if never
 * @param complete whether there were enough looks to judge by
 * @param trend null if withheld
 * @param waiting what the unread records are, as far as it is known
 * @param withheld whether figures are kept back from who looks
 */
public record LagRow(
        @Nullable String party,
        String system,
        String group,
        String topic,
        String family,
        int partitions,
        @Nullable Long unread,
        @Nullable Long lost,
        @Nullable Instant oldest,
        @Nullable Long ageMillis,
        @Nullable Long ageAtLeastMillis,
        LagState state,
        @Nullable Trend trend,
        @Nullable Why why,
        @Nullable Instant deletedFrom,
        boolean complete,
        Unread waiting,
        boolean withheld) {

    /** Null where it is not behind. */
    public @Nullable Cause cause() {
        return why == null ? null : why.cause();
    }

    /** Whether it is in trouble and why, since somebody has to mend it, and no figure. */
    LagRow withoutFigures() {
        return new LagRow(
                party,
                system,
                group,
                topic,
                family,
                partitions,
                null,
                null,
                null,
                null,
                null,
                state,
                null,
                why == null ? null : Why.of(why.cause(), "Figures are withheld: counts are content."),
                null,
                complete,
                Unread.NOTHING,
                true);
    }
}
