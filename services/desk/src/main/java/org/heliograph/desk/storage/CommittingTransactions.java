package org.heliograph.desk.storage;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** Tells a commit without an answer from all faults before it, after which surely nothing is stored. */
final class CommittingTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    CommittingTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } catch (DataAccessResourceFailureException | TransactionSystemException e) {
            throw new OutcomeUnknownException(e);
        }
    }
}
