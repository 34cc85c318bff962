package org.heliograph.unodc.portal;

import java.util.Arrays;
import java.util.Optional;

/** What readers may look for. Whatever a newer sender calls otherwise is {@link #OTHER}. */
public enum EntryKind {
    GLOBAL_STUDY("Global study"),
    POLICY_PAPER("Policy paper"),
    TOOL("Tool"),
    TRAINING("Training"),
    DATASET("Dataset"),
    LEGISLATION("Legislation"),
    CASE_LAW("Case law"),
    TREATY_STATUS("Treaty status"),
    OTHER("Other");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static EntryKind ofEvent(Enum<?> word) {
        return named(word.name()).orElse(OTHER);
    }

    static Optional<EntryKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
