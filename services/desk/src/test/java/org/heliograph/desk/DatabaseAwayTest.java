package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.pages.session.IdentityStandIn;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

    @Test
    void tellsCallersToComeBack() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        try (IdentityStandIn identity = new IdentityStandIn();
                TestDesk desk = new TestDesk("xa", identity, postgres.getJdbcUrl("postgres", "postgres"))) {
            postgres.close();

            Answer read = desk.get("/api/v1/requests");
            Answer write = desk.post("/api/v1/requests", Requests.to("unodc"));

            for (Answer answer : new Answer[] {read, write}) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.body().get("type").asString()).isEqualTo("urn:heliograph:problem:unavailable");
            }
            assertThat(desk.mailbag().take()).isEmpty();
            assertThat(desk.getAs("/actuator/health/liveness", null).status()).isEqualTo(200);
        }
    }
}
