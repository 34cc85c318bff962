package org.heliograph.iom.research;

import org.jspecify.annotations.Nullable;

/** What becomes of a row. */
sealed interface Judged {

    record Taken(IncidentRecord record) implements Judged {}

    /**
     * Not counted.
     *
     * @param webId null where it could not be read: it may be any text then
     */
    record Aside(long row, @Nullable String webId, SetAside reason) implements Judged {}
}
