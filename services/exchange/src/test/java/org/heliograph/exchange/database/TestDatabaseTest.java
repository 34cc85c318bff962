package org.heliograph.exchange.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void isAsAtFirstOnceItIsRenewed() {
        try (TestDatabase database = TestDatabase.migrated(MIGRATIONS)) {
            List<String> first = tables(database);
            client(database).sql("create table of_one (id int)").update();

            database.renew();

            assertThat(tables(database)).isEqualTo(first).contains("outbox");
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

    private static JdbcClient client(TestDatabase database) {
        return JdbcClient.create(database.dataSource());
    }

    private static List<String> tables(TestDatabase database) {
        return client(database)
                .sql("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                        + " order by relname")
                .query(String.class)
                .list();
    }
}
