package org.heliograph.iom.research;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a file on their way into the database, some hundreds at a time. Not safe for use by many threads. */
final class StagedRecords {

    private static final int BATCH = 500;

    private final UUID ingest;
    private final JdbcTemplate jdbc;
    private final List<IncidentRecord> taken = new ArrayList<>();
    private final List<Judged.Aside> aside = new ArrayList<>();

    StagedRecords(UUID ingest, JdbcTemplate jdbc) {
        this.ingest = ingest;
        this.jdbc = jdbc;
    }

    void add(Judged judged) {
        switch (judged) {
            case Judged.Taken row -> taken.add(row.record());
            case Judged.Aside row -> aside.add(row);
        }
        if (taken.size() + aside.size() >= BATCH) {
            flush();
        }
    }

    void flush() {
        jdbc.batchUpdate(
                "insert into research_staged values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                taken.stream().map(this::columns).toList());
        jdbc.batchUpdate(
                "insert into research_set_aside values (?, ?, ?, ?)",
                aside.stream()
                        .map(row -> new Object[] {
                            ingest, row.row(), row.webId(), row.reason().name()
                        })
                        .toList());
        taken.clear();
        aside.clear();
    }

    private Object[] columns(IncidentRecord row) {
        Counts counts = row.counts();
        return new Object[] {
            ingest,
            row.row(),
            row.webId(),
            row.month().atDay(1),
            row.group().level().name(),
            row.group().code(),
            row.group().name(),
            counts.dead(),
            counts.missing(),
            counts.survivors(),
            counts.women(),
            counts.men(),
            counts.children()
        };
    }
}
