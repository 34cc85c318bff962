package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Tlp;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** A record that passes the gate, and that one recipient cannot store. */
@HeliographStack
class PoisonIT {

    private static final String RECEIVED = "/api/v1/alerts/routes/received/";

    private final Stack stack;

    PoisonIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void holdsUpNothingButItsOwnCaseAtThatRecipient() throws SQLException {
        String poisoned = "exercise:" + UUID.randomUUID();
        AlertRoute poison = Alerts.of(poisoned, Tlp.AMBER, Alerts.AFTER_ALL_TIME);
        AlertRoute behind = Alerts.of(poisoned, Tlp.GREEN, Instant.now());
        List<AlertRoute> others = othersInThePartitionOf(poison);

        try (Ledger ledger = new Ledger(stack);
                OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            try (SeizedOutbox xa = new SeizedOutbox(stack, Component.XA, "xa")) {
                send(xa, poison, "unodc");
                send(xa, behind);
                others.forEach(other -> send(xa, other));

                others.forEach(other -> awaitAt(unodc, other));
                others.forEach(other -> awaitAt(iom, other));
                awaitAt(iom, behind);
            }
            assertThat(unodc.get(RECEIVED + id(behind)).status()).isEqualTo(404);
            assertThat(iom.get(RECEIVED + id(poison)).status()).isEqualTo(404);
            assertThat(deadLetters(poisoned)).containsExactly(id(poison), id(behind));
            ledger.assertBalanced();
        }
    }

    private List<AlertRoute> othersInThePartitionOf(AlertRoute poison) {
        int partitions = stack.roster().partitions();
        List<AlertRoute> others = new ArrayList<>();
        while (others.size() < 10) {
            AlertRoute other = Alerts.of("exercise:" + UUID.randomUUID(), Tlp.GREEN, Instant.now());
            if (Dispatches.partition(other, partitions) == Dispatches.partition(poison, partitions)) {
                others.add(other);
            }
        }
        return others;
    }

    private static void send(SeizedOutbox xa, AlertRoute alert, String... recipients) {
        xa.send(alert, xa.dispatches().dispatch(xa.next(alert), alert, xa.signer(), recipients));
    }

    private static void awaitAt(OfficerDesk desk, AlertRoute alert) {
        await().atMost(Requests.PATIENCE)
                .until(() -> desk.get(RECEIVED + id(alert)).status() == 200);
    }

    private static UUID id(AlertRoute alert) {
        return alert.getEnvelope().getEventId();
    }

    private List<UUID> deadLetters(String contextId) throws SQLException {
        List<UUID> letters = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(
                        stack.databaseUrl("unodc"), "unodc", stack.secrets().database("unodc"));
                PreparedStatement query = connection.prepareStatement(
                        "select event_id from dead_letter where context_id = ? order by id")) {
            query.setString(1, contextId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    letters.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return letters;
    }
}
