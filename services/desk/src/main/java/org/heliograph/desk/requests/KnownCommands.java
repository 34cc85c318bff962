package org.heliograph.desk.requests;

import java.util.List;
import java.util.UUID;

/**
 * Commands of requesters: sent by this party, or come before the request that they are about and waiting for it. All
 * within the transaction of the caller.
 */
interface KnownCommands {

    /** Does nothing if the command is known. */
    void insert(Command command);

    /** In the order in which they were given. */
    List<Command> of(UUID requestId);
}
