package org.heliograph.identity.accounts;

/** A field of an account has a value that no account may have. Says what was found, unless that may be a secret. */
public final class InvalidFieldException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidFieldException(String field, String expected, String found) {
        super(field + ": expected " + expected + ", found " + found);
    }
}
