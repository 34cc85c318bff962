package org.heliograph.exchange.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    private static final String MIGRATIONS = "classpath:db/exchange";

    @Test
    void showsNobodyWhatIsInAnother() {
        try (TestDatabase one = TestDatabase.migrated(MIGRATIONS);
                TestDatabase other = TestDatabase.migrated(MIGRATIONS)) {
            client(one).sql("create table of_one (id int)").update();

            try (TestDatabase later = TestDatabase.migrated(MIGRATIONS)) {
                assertThat(tables(one)).contains("of_one", "outbox");
                assertThat(tables(other)).contains("outbox").doesNotContain("of_one");
                assertThat(tables(later)).containsExactlyElementsOf(tables(other));
            }
        }
    }

    @Test
    void isEmptyWhereItIsToBe() {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(tables(database)).isEmpty();
        }
    }

    @Test
    void isAsAtFirstOnceItIsRenewedAndThePoolGoesOn() {
        try (TestDatabase database = TestDatabase.migrated(MIGRATIONS);
                HikariDataSource pool = pool(database)) {
            List<String> first = tables(database);
            JdbcClient client = JdbcClient.create(pool);
            client.sql("create table of_one (id int)").update();

            database.renew(pool);

            assertThat(tables(database)).isEqualTo(first).contains("outbox");
            assertThat(client.sql("select count(*) from outbox")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void isGoneOnceItIsClosed() {
        TestDatabase database = TestDatabase.empty();
        JdbcClient client = client(database);
        client.sql("create table of_one (id int)").update();

        database.close();

        assertThatThrownBy(() -> client.sql("select * from of_one").query().listOfRows())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("does not exist");
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setAllowPoolSuspension(true);
        return new HikariDataSource(config);
    }

    private static JdbcClient client(TestDatabase database) {
        return JdbcClient.create(database.dataSource());
    }

    private static List<String> tables(TestDatabase database) {
        return client(database)
                .sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                        + " order by relname")
                .query((row, _) -> row.getString("relname"))
                .list();
    }
}
