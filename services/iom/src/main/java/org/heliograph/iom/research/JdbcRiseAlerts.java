package org.heliograph.iom.research;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alerts that were raised, as readers have them. */
@Repository
class JdbcRiseAlerts {

    private final JdbcClient jdbc;

    JdbcRiseAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Standing(String summary, boolean withdrawn, UUID eventId) {}

    Map<RiseAlerts.Subject, Standing> all() {
        Map<RiseAlerts.Subject, Standing> all = new LinkedHashMap<>();
        jdbc.sql("select * from deaths_rise_alert order by month, geo_code").query(row -> {
            all.put(
                    new RiseAlerts.Subject(
                            row.getString("geo_code"),
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            Status.valueOf(row.getString("status"))),
                    new Standing(
                            row.getString("summary"),
                            row.getBoolean("withdrawn"),
                            row.getObject("event_id", UUID.class)));
        });
        return all;
    }

    void put(RiseAlerts.Subject subject, Standing standing) {
        jdbc.sql("""
                        insert into deaths_rise_alert values (:code, :month, :status, :summary, :withdrawn, :event)
                        on conflict (geo_code, month, status) do update set summary = excluded.summary,
                            withdrawn = excluded.withdrawn, event_id = excluded.event_id""")
                .param("code", subject.routeCode())
                .param("month", subject.month().atDay(1))
                .param("status", subject.status().name())
                .param("summary", standing.summary())
                .param("withdrawn", standing.withdrawn())
                .param("event", standing.eventId())
                .update();
    }
}
