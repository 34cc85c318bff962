package org.heliograph.sharing;

/**
 * The rules by which a dispatch is judged. Their ids stand in receipts and in the audit, and are never given to another
 * rule.
 *
 * <p>Numbered rules are those of the platform's rule book; the others follow from its laws.
 */
public enum Rule {
    /** Only what can be read whole is judged. */
    FORMAT("the record must be a readable dispatch with a readable event"),
    /** A party speaks for itself alone. */
    OWNER("the originator must be the owner of the outbox"),
    /** Nothing twice: a number of the outbox partition is taken once. */
    SEQUENCE("a sequence number is taken once"),
    /** Nobody can speak for another. */
    SIGNATURE("the event must carry its originator's valid signature"),
    /** Only registered schemas, and the one of the event's type. */
    SCHEMA("the event's schema must be the registered one of its type"),
    /** Only events of the catalogue, sent by those who may. */
    PUBLISHER("the originator must be a publisher of the event"),
    /** TLP 2.0: CLEAR may be shared without restriction. A topic that all may read cannot leave anybody out. */
    PUBLIC("CLEAR goes to the event's public topic, names nobody and leaves nobody out"),
    R1("handling must be complete: purposes, a marking not below the floor, a named recipient from AMBER up"),
    R2("a copy goes only where marking, release list, purpose and lane all allow it"),
    R3("RED and personal data need sealing, which is not available"),
    R14("shared coordinates are rounded to 0.1 degrees, to 0.01 from AMBER up"),
    R17("a case keeps its status");

    private final String text;

    Rule(String text) {
        this.text = text;
    }

    /** The id as it stands in receipts and audit. */
    public String id() {
        return name();
    }

    /** What the rule demands, for people. */
    public String text() {
        return text;
    }
}
