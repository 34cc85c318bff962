package org.heliograph.standalone.cli;

import java.util.Locale;
import org.heliograph.standalone.Officer;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/** What a system's token is for. */
enum Scope {
    BROKER,
    REGISTRY,
    DESK,
    OPERATIONS,
    GATE;

    String token(Stack stack, String principal) {
        if (stack.roster().officers().stream().map(Officer::username).anyMatch(principal::equals)) {
            return stack.tokens().ofOfficer(principal).accessToken();
        }
        if (!stack.roster().principals().contains(principal)) {
            throw new StackException("'" + principal + "' is neither a principal of the policy nor a demo user");
        }
        return stack.tokens().ofSystem(principal, name().toLowerCase(Locale.ROOT));
    }
}
