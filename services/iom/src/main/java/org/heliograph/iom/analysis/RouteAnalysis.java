package org.heliograph.iom.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.heliograph.events.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts alerts and incidents by route and month, in UTC. */
@Repository
class RouteAnalysis {

    /**
     * A case counts once, in the month in which it began, with the route that it names last; if it was withdrawn, not
     * at all. An incident counts once for each originator and number, as it was reported last, with the route of the
     * alert in whose case it stands.
     */
    private static final String BY_ROUTE_AND_MONTH = """
            with said as (
                select content ->> 'originatorParty' as originator, content ->> 'contextId' as context,
                       content ->> 'routeId' as route, content ->> 'msgType' as type, content ->> 'status' as status,
                       (content ->> 'occurredAt')::timestamptz as at, received_at as known_at, event_id, false as own
                from route_alert
                union all
                select content ->> 'originatorParty', content ->> 'contextId', content ->> 'routeId',
                       content ->> 'msgType', content ->> 'status', (content ->> 'occurredAt')::timestamptz,
                       published_at, event_id, true
                from published_route_alert
            ),
            alert as (
                select distinct on (originator, context) originator, context, route, type, status, own,
                       min(at) over (partition by originator, context) as began
                from said
                order by originator, context, at desc, known_at desc, event_id
            ),
            standing as (select * from alert where type <> 'CANCEL' and status = :status),
            route_of_case as (select distinct on (context) context, route from standing order by context, began),
            report as (
                select distinct on (originator, incident_id) context_id, occurred_at, content, direction, status
                from incident
                order by originator, incident_id, stored_at desc, event_id
            ),
            counted as (
                select route, began as at, 1 as alerts, 0 as incidents, null::int as persons, null::int as dead,
                       null::int as missing
                from standing where own or not :own
                union all
                select route_of_case.route, report.occurred_at, 0, 1, (content #>> '{persons,total}')::int,
                       (content ->> 'dead')::int, (content ->> 'missing')::int
                from report left join route_of_case on route_of_case.context = report.context_id
                where report.status = :status and (report.direction = 'OUT' or not :own)
            )
            select route, date_trunc('month', at at time zone 'UTC')::date as month, sum(alerts)::int as alerts,
                   sum(incidents)::int as incidents, sum(persons)::int as persons, sum(dead)::int as dead,
                   sum(missing)::int as missing
            from counted
            where at at time zone 'UTC' >= :from and at at time zone 'UTC' < :until
            group by 1, 2
            order by 2 desc, 1 nulls last
            """;

    private final JdbcClient jdbc;

    RouteAnalysis(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Latest months first.
     *
     * @param ownOnly without what other parties said
     */
    List<RouteMonth> months(YearMonth from, YearMonth to, Status status, boolean ownOnly) {
        return jdbc.sql(BY_ROUTE_AND_MONTH)
                .param("status", status.name())
                .param("own", ownOnly, Types.BOOLEAN)
                .param("from", from.atDay(1), Types.DATE)
                .param("until", to.plusMonths(1).atDay(1), Types.DATE)
                .query((row, _) -> month(row))
                .list();
    }

    private static RouteMonth month(ResultSet row) throws SQLException {
        return new RouteMonth(
                row.getString("route"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getInt("alerts"),
                row.getInt("incidents"),
                row.getObject("persons", Integer.class),
                row.getObject("dead", Integer.class),
                row.getObject("missing", Integer.class));
    }
}
