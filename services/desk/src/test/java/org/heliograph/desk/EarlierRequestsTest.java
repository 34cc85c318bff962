package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.heliograph.exchange.database.TestDatabase;
import org.heliograph.pages.session.IdentityStandIn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What was stored before there were acts. */
class EarlierRequestsTest {

    private static final String ACCEPTED = "00000000-0000-0000-0000-000000000001";
    private static final String DECLINED = "00000000-0000-0000-0000-000000000002";
    private static final String WITHDRAWN = "00000000-0000-0000-0000-000000000003";

    @Test
    void goOnWhereTheyWere() throws IOException {
        try (TestDatabase database = TestDatabase.empty();
                IdentityStandIn identity = new IdentityStandIn()) {
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("classpath:db/desk")
                    .target("1005")
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            request(jdbc, ACCEPTED, "IN", "ACCEPTED", 2);
            request(jdbc, DECLINED, "IN", "DECLINED", 2);
            request(jdbc, WITHDRAWN, "OUT", "WITHDRAWN", 1);
            step(jdbc, ACCEPTED, 1, "SUBMITTED", "ACKNOWLEDGED", "ADDRESSEE", "null, null, null, '{}'");
            step(jdbc, ACCEPTED, 2, "ACKNOWLEDGED", "ACCEPTED", "ADDRESSEE", "null, null, null, '{in English}'");
            step(jdbc, DECLINED, 1, "SUBMITTED", "ACKNOWLEDGED", "ADDRESSEE", "null, null, null, '{}'");
            step(
                    jdbc,
                    DECLINED,
                    2,
                    "ACKNOWLEDGED",
                    "DECLINED",
                    "ADDRESSEE",
                    "'NOT_COMPETENT', 'Ask the flag State', 'xb', '{}'");
            step(jdbc, WITHDRAWN, 1, "SUBMITTED", "WITHDRAWN", "REQUESTER", "null, 'Solved', null, '{}'");
            jdbc.sql("""
                            insert into coop_withdrawal values (
                                gen_random_uuid(), cast(:id as uuid), 'OUT', 'unodc', 'unodc', 'officer', 'Solved',
                                now())""").param("id", WITHDRAWN).update();

            try (TestDesk desk = new TestDesk("unodc", identity, database.url())) {
                desk.clockRound();

                JsonNode accepted = view(desk, ACCEPTED);
                assertThat(accepted.get("state").asString()).isEqualTo("ACCEPTED");
                assertThat(accepted.at("/timeline/1/detail/conditions/0").asString())
                        .isEqualTo("in English");
                assertThat(desk.post("/api/v1/requests/" + ACCEPTED + "/start", Map.of("version", 2))
                                .status())
                        .isEqualTo(200);
                JsonNode declined = view(desk, DECLINED).at("/timeline/1");
                assertThat(declined.get("act").asString()).isEqualTo("DECLINE");
                assertThat(declined.get("detail")).hasToString("""
                                {"reasonCode":"NOT_COMPETENT","text":"Ask the flag State","redirect":"xb"}""");
                JsonNode withdrawn = view(desk, WITHDRAWN);
                assertThat(withdrawn.at("/timeline/0/detail/text").asString()).isEqualTo("Solved");
                assertThat(withdrawn.at("/addressees/0/commands")).isEmpty();
            }
        }
    }

    private static JsonNode view(TestDesk desk, String id) {
        return desk.get("/api/v1/requests/" + id).body();
    }

    private static void request(JdbcClient jdbc, String id, String direction, String state, int seq) {
        jdbc.sql("""
                        insert into coop_request values (
                            '%s', '%s', '%s', 'XA-2026-000001', 'xa', 'officer', '{unodc}', 'LEGISLATIVE_ASSISTANCE',
                            'A law', 'A draft', 'Comments', null, 'en', 'EXPECTED', null, '[]', gen_random_uuid(),
                            'exercise:%s', now(), 'EXERCISE', 'MEDIUM', 'AMBER', '{}', null, '{LEGAL_COOPERATION}',
                            null, false)""".formatted(id, direction, state, id)).update();
        jdbc.sql("insert into coop_instance values ('%s', 'unodc', '%s', %d)".formatted(id, state, seq))
                .update();
    }

    private static void step(JdbcClient jdbc, String id, int seq, String from, String to, String actor, String detail) {
        jdbc.sql("""
                        insert into coop_step values (
                            '%s', 'unodc', %d, '%s', '%s', '%s', 'officer', %s, now(), gen_random_uuid())
                        """.formatted(id, seq, from, to, actor, detail)).update();
    }
}
