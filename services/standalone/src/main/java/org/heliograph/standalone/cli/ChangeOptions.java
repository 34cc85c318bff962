package org.heliograph.standalone.cli;

import java.nio.file.Path;
import org.heliograph.standalone.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes that changes the policy's files and applies them. */
final class ChangeOptions {

    @Option(names = "--reason", required = true, description = "Why; kept in the history.")
    String reason = "";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of the policy's files; unless given, the one that operations knows.")
    @Nullable
    Path dir;

    @Option(
            names = "--as",
            paramLabel = "OPERATOR",
            defaultValue = PolicyCommand.PROPOSER,
            description = "Operator who asks; ${DEFAULT-VALUE} unless given.")
    String operator = PolicyCommand.PROPOSER;

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json.")
    Format format = Format.TEXT;

    Path folder(Stack stack) {
        return dir == null ? stack.policy() : dir;
    }
}
