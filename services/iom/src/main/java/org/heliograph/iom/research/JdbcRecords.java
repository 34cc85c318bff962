package org.heliograph.iom.research;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.events.GeoLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The records that were taken, and the months that they cover. */
@Repository
class JdbcRecords {

    /** Where a group is spelt in several ways, one of them stands for all. */
    private static final String RECORDS_OF_A_MONTH = """
            select geo_level, geo_code, min(geo_name) over (partition by geo_level, geo_code) as geo_name,
                dead, missing, survivors, women, men, children
            from research_record where month = :month order by geo_level, geo_code""";

    private final JdbcClient jdbc;

    JdbcRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts the staged rows of a file in the place of all that was known of the months that it has rows of; inside a
     * transaction.
     */
    void replace(UUID ingest, long read, Coverage coverage) {
        // Of two rows with one id in different months, the one that was there first counts.
        run("""
                insert into research_set_aside
                select s.ingest_id, s.row_number, s.web_id, 'REPEATED_ID' from research_staged s
                join research_record r on r.web_id = s.web_id
                where s.ingest_id = :ingest
                and r.month not in (select month from research_staged where ingest_id = :ingest)""", ingest);
        run("""
                delete from research_record
                where month in (select month from research_staged where ingest_id = :ingest)""", ingest);
        run("""
                delete from research_staged s using research_set_aside a
                where s.ingest_id = :ingest and a.ingest_id = s.ingest_id and a.row_number = s.row_number""", ingest);
        int taken = run("""
                insert into research_record
                select web_id, month, geo_level, geo_code, geo_name, dead, missing, survivors, women, men, children
                from research_staged where ingest_id = :ingest""", ingest);
        run("delete from research_staged where ingest_id = :ingest", ingest);
        coverage.months()
                .forEach((month, complete) -> jdbc.sql("""
                        insert into research_month values (:month, :complete, true)
                        on conflict (month) do update set complete = excluded.complete, due = true""")
                        .param("month", month.atDay(1))
                        .param("complete", complete)
                        .update());
        jdbc.sql("""
                update research_ingest set state = 'PUBLISHING', rows_read = :read, rows_taken = :taken,
                    months_total = (select count(*) from research_month where due) where id = :ingest""")
                .param("ingest", ingest)
                .param("read", read)
                .param("taken", taken)
                .update();
    }

    List<YearMonth> due() {
        return jdbc
                .sql("select month from research_month where due order by month")
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    void settle(YearMonth month) {
        jdbc.sql("update research_month set due = false where month = :month")
                .param("month", month.atDay(1))
                .update();
    }

    Coverage coverage() {
        TreeMap<YearMonth, Boolean> months = new TreeMap<>();
        jdbc.sql("select month, complete from research_month").query(row -> {
            months.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getBoolean(2));
        });
        return new Coverage(months);
    }

    /** What the records of a month add up to, by group. */
    Collection<Tally> tallies(YearMonth month) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        jdbc.sql(RECORDS_OF_A_MONTH).param("month", month.atDay(1)).query(row -> {
            Group group = group(row);
            Counts counts = new Counts(
                    count(row, "dead"),
                    count(row, "missing"),
                    count(row, "survivors"),
                    count(row, "women"),
                    count(row, "men"),
                    count(row, "children"));
            tallies.merge(
                    group.level() + " " + group.code(),
                    Tally.empty(group, month).plus(counts),
                    (sum, _) -> sum.plus(counts));
        });
        return tallies.values();
    }

    static Group group(ResultSet row) throws SQLException {
        return new Group(
                GeoLevel.valueOf(row.getString("geo_level")), row.getString("geo_code"), row.getString("geo_name"));
    }

    private static @Nullable Integer count(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    private int run(String sql, UUID ingest) {
        return jdbc.sql(sql).param("ingest", ingest).update();
    }
}
