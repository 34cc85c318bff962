package org.heliograph.operations.web;

import java.io.Serial;

/** A request that says too little, or too much. */
final class BadWishException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BadWishException(String message) {
        super(message);
    }
}
