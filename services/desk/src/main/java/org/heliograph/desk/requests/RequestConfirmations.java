package org.heliograph.desk.requests;

import static org.heliograph.desk.requests.RequestRow.instant;

import java.util.List;
import java.util.UUID;
import org.heliograph.desk.receipts.Confirmation;
import org.heliograph.desk.receipts.Confirmations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An addressee confirms a request by the first step that it takes itself, such as ACKNOWLEDGED; what its clocks do does
 * not count.
 */
final class RequestConfirmations implements Confirmations {

    private final JdbcClient jdbc;

    RequestConfirmations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean cover(String eventType) {
        return eventType.equals(EventTypes.REQUEST);
    }

    @Override
    public List<Confirmation> of(UUID eventId) {
        return jdbc.sql("""
                        select distinct on (addressee) addressee, to_state, taken_at, step.event_id
                        from coop_request request
                        join coop_instance instance using (request_id)
                        join coop_step step using (request_id, addressee)
                        where request.event_id = :id and request.direction = 'OUT' and step.actor = 'ADDRESSEE'
                          and step.seq <= instance.seq
                        order by addressee, step.seq""")
                .param("id", eventId)
                .query((row, _) -> new Confirmation(
                        row.getString("addressee"),
                        row.getString("to_state"),
                        instant(row, "taken_at"),
                        row.getObject("event_id", UUID.class)))
                .list();
    }
}
