package org.heliograph.standalone;

/** Identity answered, and gave no token. */
public final class TokenRefusedException extends StackException {

    private static final long serialVersionUID = 1L;

    TokenRefusedException(String message) {
        super(message);
    }
}
