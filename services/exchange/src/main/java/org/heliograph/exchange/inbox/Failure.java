package org.heliograph.exchange.inbox;

import java.sql.SQLException;
import org.apache.kafka.common.errors.RetriableException;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What kind of trouble an exception is, and what may be said about it. */
enum Failure {

    /** Something that we stand on is away: wait for it, however long. */
    OUTAGE,
    /** A conflict that another try may not have. */
    PASSING,
    /** The record itself, or what we do with it. */
    LASTING;

    static Failure of(Throwable thrown) {
        Failure failure = LASTING;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isOutage(cause)) {
                return OUTAGE;
            }
            if (cause instanceof TransientDataAccessException) {
                failure = PASSING;
            }
        }
        return failure;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case RegistryUnavailableException away -> true;
            case TokenUnavailableException away -> true;
            case DataAccessResourceFailureException away -> true;
            case RecoverableDataAccessException away -> true;
            case CannotCreateTransactionException away -> true;
            case RetriableException away -> true;
            case TransactionSystemException ending -> isOutage(ending);
            case SQLException sql -> isOutage(sql.getSQLState());
            default -> false;
        };
    }

    /** A pool that has closed a broken connection names no state when the transaction is to end on it. */
    private static boolean isOutage(TransactionSystemException ending) {
        Throwable before = ending.getApplicationException();
        return (ending.getCause() instanceof SQLException sql && sql.getSQLState() == null)
                || (before != null && of(before) == OUTAGE);
    }

    // 08 connection, 53 out of memory or connections, 57P shutdown or start-up; as in the SQL standard and Postgres's
    // list.
    private static boolean isOutage(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }

    /** Kind and place of an exception, never its text: a handler's own may quote the event. */
    static String reason(Throwable thrown) {
        if (thrown instanceof WireException wire) {
            return wire.getClass().getSimpleName() + ": " + wire.getMessage();
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        return thrown.getClass().getSimpleName() + place;
    }
}
