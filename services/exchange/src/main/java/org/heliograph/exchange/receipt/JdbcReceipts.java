package org.heliograph.exchange.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Receipts as rows, one for each dispatch. */
final class JdbcReceipts implements Receipts {

    private static final Logger log = LoggerFactory.getLogger(JdbcReceipts.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    JdbcReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a receipt; does nothing if it is kept already. */
    void store(Receipt receipt) {
        jdbc.sql("""
                insert into receipt (dispatch, seq, expected_seq, event_id, event_type, context_id, outcome, rule,
                                     reason, released_to, withheld_from, policy_version, decided_at)
                values (:dispatch, :seq, :expectedSeq, :eventId, :eventType, :contextId, :outcome, :rule, :reason,
                        :releasedTo, cast(:withheldFrom as jsonb), :policyVersion, :decidedAt)
                on conflict (dispatch) do nothing
                """)
                .param("dispatch", receipt.getDispatch())
                .param("seq", receipt.getSeq().orElse(null))
                .param("expectedSeq", receipt.getExpectedSeq().orElse(null))
                .param("eventId", receipt.getEventId().orElse(null))
                .param("eventType", receipt.getEventType().orElse(null))
                .param("contextId", receipt.getContextId().orElse(null))
                .param("outcome", receipt.getOutcome().name())
                .param("rule", receipt.getRule().orElse(null))
                .param("reason", receipt.getReason().orElse(null))
                .param("releasedTo", receipt.getReleasedTo().toArray(new String[0]))
                .param("withheldFrom", json(receipt.getWithheldFrom()))
                .param("policyVersion", receipt.getPolicyVersion())
                .param("decidedAt", Timestamp.from(receipt.getDecidedAt()))
                .update();
        log.info(
                "receipt outcome={} dispatch={} rule={}",
                receipt.getOutcome(),
                receipt.getDispatch(),
                receipt.getRule().orElse(null));
    }

    @Override
    public List<Receipt> of(UUID eventId) {
        return jdbc.sql("select * from receipt where event_id = ? order by decided_at, seq")
                .param(eventId.toString())
                .query((row, number) -> receipt(row))
                .list();
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return Receipt.newBuilder()
                .setDispatch(row.getString("dispatch"))
                .setSeq(row.getObject("seq", Long.class))
                .setExpectedSeq(row.getObject("expected_seq", Long.class))
                .setEventId(row.getString("event_id"))
                .setEventType(row.getString("event_type"))
                .setContextId(row.getString("context_id"))
                .setOutcome(Outcome.valueOf(row.getString("outcome")))
                .setRule(row.getString("rule"))
                .setReason(row.getString("reason"))
                .setReleasedTo(List.of((String[]) row.getArray("released_to").getArray()))
                .setWithheldFrom(decisions(row.getString("withheld_from")))
                .setPolicyVersion(row.getString("policy_version"))
                .setDecidedAt(row.getTimestamp("decided_at").toInstant())
                .build();
    }

    private static String json(List<PartyDecision> decisions) {
        ArrayNode array = JSON.createArrayNode();
        for (PartyDecision decision : decisions) {
            array.addObject()
                    .put("party", decision.getParty())
                    .put("released", decision.getReleased())
                    .put("rule", decision.getRule())
                    .put("reason", decision.getReason());
        }
        return array.toString();
    }

    private static List<PartyDecision> decisions(@Nullable String json) {
        return json == null
                ? List.of()
                : JSON.readTree(json).valueStream().map(JdbcReceipts::decision).toList();
    }

    private static PartyDecision decision(JsonNode node) {
        return PartyDecision.newBuilder()
                .setParty(node.required("party").asString())
                .setReleased(node.required("released").asBoolean())
                .setRule(node.required("rule").asString())
                .setReason(node.required("reason").asString())
                .build();
    }
}
