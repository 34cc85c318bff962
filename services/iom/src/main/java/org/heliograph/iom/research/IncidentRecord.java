package org.heliograph.iom.research;

import java.time.LocalDate;
import java.time.YearMonth;

/** A row that is counted. It stays with IOM: only figures of whole groups and months leave. */
record IncidentRecord(long row, String webId, LocalDate date, Group group, Counts counts) {

    YearMonth month() {
        return YearMonth.from(date);
    }
}
