package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;

class FailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53300", "57P01", "57P03"})
    void isAnOutageWhereverTheDatabaseIsAway(String state) {
        var wrapped = new TransactionSystemException("commit failed", new SQLException("gone", state));

        assertThat(Failure.of(wrapped)).isEqualTo(Failure.OUTAGE);
    }

    @Test
    void isAnOutageWhereTheTransactionCannotEndOnAConnectionThatThePoolHasClosed() {
        var closed = new SQLException("Connection is closed");
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("?", "25P02"));
        rollback.initApplicationException(new DataAccessResourceFailureException("gone"));

        assertThat(Failure.of(new TransactionSystemException("JDBC commit failed", closed)))
                .isEqualTo(Failure.OUTAGE);
        assertThat(Failure.of(rollback)).isEqualTo(Failure.OUTAGE);
        assertThat(Failure.of(new TransactionSystemException("JDBC commit failed", new SQLException("check", "23514"))))
                .isEqualTo(Failure.LASTING);
    }

    @Test
    void passesOnlyForConflicts() {
        assertThat(Failure.of(new CannotAcquireLockException("deadlock"))).isEqualTo(Failure.PASSING);
        assertThat(Failure.of(new DataIntegrityViolationException("check", new SQLException("check", "23514"))))
                .isEqualTo(Failure.LASTING);
        assertThat(Failure.of(new IllegalStateException())).isEqualTo(Failure.LASTING);
    }

    @Test
    void neverRepeatsWhatAHandlerSaid() {
        assertThat(Failure.reason(new IllegalStateException("the victim's name")))
                .startsWith("IllegalStateException at org.heliograph.exchange.inbox.FailureTest")
                .doesNotContain("victim");
    }
}
