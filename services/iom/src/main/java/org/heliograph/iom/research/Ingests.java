package org.heliograph.iom.research;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in: all rows of a file, or none. */
@Component
class Ingests {

    private final JdbcIngests ingests;
    private final JdbcRecords records;
    private final JdbcTemplate jdbc;
    private final Publisher publisher;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Ingests(
            JdbcIngests ingests,
            JdbcRecords records,
            JdbcTemplate jdbc,
            Publisher publisher,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.ingests = ingests;
        this.records = records;
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Reads a file to its end and takes its rows; what follows from them is published afterwards, on another thread.
     *
     * @throws IngestRunningException if another file is being taken in
     * @throws MalformedFileException if it is not what is expected; nothing of it is taken
     * @throws IOException if it could not be read to the end; nothing of it is taken
     */
    UUID take(InputStream file, String name, boolean replay) throws MalformedFileException, IOException {
        UUID id = ingests.begin(name, replay);
        try {
            read(id, file);
        } catch (MalformedFileException e) {
            ingests.fail(id, e.problem());
            throw e;
        } catch (IOException | RuntimeException e) {
            ingests.fail(id, "It could not be read to its end; nothing of it was taken");
            throw e;
        }
        publisher.submit(id);
        return id;
    }

    private void read(UUID id, InputStream file) throws MalformedFileException, IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        RowJudge judge = new RowJudge(today);
        StagedRecords staged = new StagedRecords(id, jdbc);
        TreeSet<LocalDate> days = new TreeSet<>();
        AtomicLong read = new AtomicLong();
        RowReader.read(file, row -> {
            read.incrementAndGet();
            Judged judged = judge.judge(row);
            staged.add(judged);
            if (judged instanceof Judged.Taken taken) {
                days.add(taken.record().date());
            }
        });
        staged.flush();
        transaction.executeWithoutResult(_ -> records.replace(id, read.get(), Coverage.of(days)));
    }
}
