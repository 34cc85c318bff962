package org.heliograph.kit;

/** Why a record is no event, or its signature not good; says nothing of what is in it. */
final class NotGoodException extends Exception {

    private static final long serialVersionUID = 1L;

    NotGoodException(String message) {
        super(message);
    }
}
