package org.heliograph.identity.web;

import org.springframework.http.HttpStatus;

/** A call that cannot be done as things stand; says why. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    private RefusedException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** The same whether it does not exist or is another party's. */
    static RefusedException notFound(String what, String name) {
        return new RefusedException(HttpStatus.NOT_FOUND, "there is no " + what + " '" + name + "' of yours");
    }

    static RefusedException conflict(String detail) {
        return new RefusedException(HttpStatus.CONFLICT, detail);
    }

    static RefusedException wrong(String field, String expected) {
        return new RefusedException(HttpStatus.BAD_REQUEST, field + ": expected " + expected);
    }
}
