package org.heliograph.iom.research;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.events.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The observations as readers have them. */
@Repository
class JdbcTold {

    private final JdbcClient jdbc;

    JdbcTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Told> of(YearMonth month) {
        Map<String, Told> told = new LinkedHashMap<>();
        jdbc.sql("select * from published_observation where month = :month order by geo_level, geo_code")
                .param("month", month.atDay(1))
                .query(row -> {
                    Told observation = told(row);
                    told.put(observation.key(), observation);
                });
        return told;
    }

    /** Of all routes, by code and month. Alerts are worked out from this and nothing else. */
    Map<String, Map<YearMonth, Map<Indicator, Cell>>> routes() {
        Map<String, Map<YearMonth, Map<Indicator, Cell>>> routes = new TreeMap<>();
        jdbc.sql("select * from published_observation where geo_level = 'ROUTE' and indicator in ('DEAD', 'MISSING')")
                .query(row -> {
                    Told observation = told(row);
                    routes.computeIfAbsent(observation.group().code(), _ -> new HashMap<>())
                            .computeIfAbsent(observation.month(), _ -> new HashMap<>())
                            .put(observation.indicator(), observation.cell());
                });
        return routes;
    }

    Map<String, String> routeNames() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select geo_code, min(geo_name) from published_observation where geo_level = 'ROUTE'"
                        + " group by geo_code")
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    void put(Told told, UUID eventId) {
        jdbc.sql("""
                        insert into published_observation values (:month, :level, :code, :indicator, :name, :value, :n,
                            :method, :tlp, :revision, :event)
                        on conflict (month, geo_level, geo_code, indicator) do update set
                            geo_name = excluded.geo_name, value = excluded.value, n = excluded.n,
                            method = excluded.method, tlp = excluded.tlp, revision = excluded.revision,
                            event_id = excluded.event_id""")
                .param("month", told.month().atDay(1))
                .param("level", told.group().level().name())
                .param("code", told.group().code())
                .param("indicator", told.indicator().name())
                .param("name", told.group().name())
                .param("value", told.cell().value())
                .param("n", told.cell().n())
                .param("method", told.method())
                .param("tlp", told.tlp().name())
                .param("revision", told.revision())
                .param("event", eventId)
                .update();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                JdbcRecords.group(row),
                Indicator.valueOf(row.getString("indicator")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new Cell(row.getObject("value", Integer.class), row.getObject("n", Integer.class)),
                row.getString("method"),
                Tlp.valueOf(row.getString("tlp")),
                row.getInt("revision"));
    }
}
