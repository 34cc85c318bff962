package org.heliograph.standalone.cli;

import java.nio.file.Files;
import java.util.Locale;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/** What a system's token is for. */
enum Scope {
    BROKER,
    REGISTRY,
    DESK,
    OPERATIONS,
    IDENTITY;

    String token(Stack stack, String principal) {
        if (Files.exists(stack.secrets().officerFile(principal))) {
            return stack.tokens().ofOfficer(principal).accessToken();
        }
        if (!Files.exists(stack.secrets().clientFile(principal))) {
            throw new StackException("no secret of '" + principal + "' is kept here: it is neither a system nor an"
                    + " officer of this stack");
        }
        return stack.tokens().ofSystem(principal, name().toLowerCase(Locale.ROOT));
    }
}
