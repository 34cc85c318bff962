package org.heliograph.standalone;

/** The stack cannot do what was asked; the message is one line for the person who asked. */
public sealed class StackException extends RuntimeException permits RefusedByIdentityException, TokenRefusedException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
