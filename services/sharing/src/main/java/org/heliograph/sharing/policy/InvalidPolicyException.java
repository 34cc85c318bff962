package org.heliograph.sharing.policy;

import java.util.List;

/** A policy that cannot be used, with all that is wrong with it. Nothing of such a policy is ever applied. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    public InvalidPolicyException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
        this.errors = List.copyOf(errors);
    }

    InvalidPolicyException(String error) {
        this(List.of(error));
    }

    /** One line for each error: file, place, what was found, what is expected. */
    public List<String> errors() {
        return errors;
    }
}
