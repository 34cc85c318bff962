package org.heliograph.exchange.audit;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one record of the audit, or with a chain as a whole.
 *
 * @param offset of the record in its partition of the topic; null if a record is missing at the end of a chain
 * @param chain null if the record cannot be read
 * @param link index within the chain; null if the record cannot be read
 * @param eventId null if the record cannot be read, or judges what was no event
 * @param problem what was found and what was expected
 */
public record ChainProblem(
        @Nullable Integer partition,
        @Nullable Long offset,
        @Nullable String chain,
        @Nullable Long link,
        @Nullable String eventId,
        String problem) {

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        if (partition != null && offset != null) {
            line.append("partition ")
                    .append(partition)
                    .append(" offset ")
                    .append(offset)
                    .append(", ");
        }
        if (chain != null) {
            line.append("chain ").append(chain).append(" link ").append(link).append(", ");
        }
        if (eventId != null) {
            line.append("event ").append(eventId).append(", ");
        }
        line.setLength(Math.max(0, line.length() - 2));
        return line + ": " + problem;
    }
}
