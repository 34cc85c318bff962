package org.heliograph.desk.storage;

import org.springframework.dao.DataAccessResourceFailureException;

/** The database went away before it had answered a commit: what was to be stored may be stored, or not. */
public final class OutcomeUnknownException extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(RuntimeException cause) {
        super("no answer to a commit", cause);
    }
}
