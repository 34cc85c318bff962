package org.heliograph.identity.accounts;

import java.nio.file.Path;

/** An account cannot be read, so that nobody knows who may log in. */
public final class InvalidAccountsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidAccountsException(Path file, InvalidFieldException wrong) {
        super(file + ": " + wrong.getMessage(), wrong);
    }

    InvalidAccountsException(Path file, String wrong, Exception cause) {
        super(file + ": " + wrong, cause);
    }
}
