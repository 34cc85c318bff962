package org.heliograph.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a partition as the text beside its committed offset: {@code heliograph-gate-1;<last sequence>;<chain
 * index>;<chain head>}. It commits with the transaction that writes the copies, so it can neither run ahead of them nor
 * fall behind.
 */
final class CommitMetadata {

    private static final String VERSION = "heliograph-gate-1";
    private static final Pattern FORM =
            Pattern.compile(VERSION + ";(0|[1-9][0-9]{0,18});([1-9][0-9]{0,18});([0-9a-f]{64})");

    private CommitMetadata() {}

    static String write(PartitionState state) {
        return String.join(
                ";",
                VERSION,
                Long.toString(state.lastSequence()),
                Long.toString(state.chainIndex()),
                state.chainHead());
    }

    /**
     * Reads what {@link #write} wrote, and nothing else.
     *
     * @throws UnreadableMetadataException if somebody else committed, or a later release of the gate
     */
    static PartitionState read(String metadata) {
        Matcher form = FORM.matcher(metadata);
        if (!form.matches()) {
            throw new UnreadableMetadataException();
        }
        try {
            return new PartitionState(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), form.group(3));
        } catch (IllegalArgumentException e) {
            throw new UnreadableMetadataException(e);
        }
    }
}
