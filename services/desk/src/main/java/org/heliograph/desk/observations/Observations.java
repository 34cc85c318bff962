package org.heliograph.desk.observations;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.series.ObservationPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The last observation of each series and period that the party published or that reached it. */
public final class Observations {

    private static final String WANTED = """
            from observation
            where (:originator is null or originator = :originator)
              and (:indicator is null or indicator = :indicator)
              and (:level is null or geo_level = :level)
              and (:code is null or geo_code = :code)
              and (cast(:from as date) is null or first_day >= :from)
              and (cast(:to as date) is null or last_day <= :to)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Observations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Latest periods first; each an {@link ObservationView} as JSON, so that a word of a later version passes. */
    public PageOf<JsonNode> list(ObservationFilter filter, int page, int size) {
        return new PageOf<>(
                wanted("select content " + WANTED + """
                                order by last_day desc nulls last, first_day desc, indicator, geo_level, geo_code,
                                         originator, context_id
                                limit :size offset :offset""", filter)
                        .param("size", size)
                        .param("offset", (long) page * size)
                        .query((row, _) -> json.readTree(row.getString("content")))
                        .list(),
                page,
                size,
                wanted("select count(*) " + WANTED, filter).query(Long.class).single());
    }

    private StatementSpec wanted(String sql, ObservationFilter filter) {
        return jdbc.sql(sql)
                .param("originator", filter.originator(), Types.VARCHAR)
                .param("indicator", filter.indicator(), Types.VARCHAR)
                .param(
                        "level",
                        filter.geoLevel() == null ? null : filter.geoLevel().name(),
                        Types.VARCHAR)
                .param("code", filter.geoCode(), Types.VARCHAR)
                .param("from", filter.from(), Types.DATE)
                .param("to", filter.to(), Types.DATE);
    }

    /** Until the end of the transaction of the caller nobody else at this service publishes in the same case. */
    void hold(ObservationView observation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:case, 0))")
                .param("case", observation.originatorParty() + " " + observation.contextId())
                .query((_, _) -> true)
                .single();
    }

    /** Of the same originator, series and period; 0 if there is none. */
    int lastRevision(ObservationView observation) {
        return jdbc.sql("select revision from observation where originator = :originator and context_id = :context")
                .param("originator", observation.originatorParty())
                .param("context", observation.contextId())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /**
     * Takes the place of an earlier revision of the same series and period. An earlier one that comes late changes
     * nothing: inbox and public topic keep no common order.
     */
    void put(ObservationView observation, Instant receivedAt) {
        Optional<ObservationPeriod> period = ObservationPeriod.parse(observation.period());
        jdbc.sql("""
                        insert into observation values (
                            :originator, :context, :id, :indicator, :level, :code, :period, :first, :last, :revision,
                            :published, :received, cast(:content as jsonb))
                        on conflict (originator, context_id) do update set
                            event_id = excluded.event_id, indicator = excluded.indicator,
                            geo_level = excluded.geo_level, geo_code = excluded.geo_code, period = excluded.period,
                            first_day = excluded.first_day, last_day = excluded.last_day,
                            revision = excluded.revision, published_at = excluded.published_at,
                            received_at = excluded.received_at, content = excluded.content
                        where (observation.revision, observation.published_at)
                           <= (excluded.revision, excluded.published_at)""")
                .param("originator", observation.originatorParty())
                .param("context", observation.contextId())
                .param("id", observation.eventId())
                .param("indicator", observation.indicator())
                .param("level", observation.geoLevel().name())
                .param("code", observation.geoCode())
                .param("period", observation.period())
                .param("first", period.map(ObservationPeriod::first).orElse(null), Types.DATE)
                .param("last", period.map(ObservationPeriod::last).orElse(null), Types.DATE)
                .param("revision", observation.revision())
                .param("published", observation.publishedAt().atOffset(ZoneOffset.UTC))
                .param("received", receivedAt.atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(observation))
                .update();
    }
}
