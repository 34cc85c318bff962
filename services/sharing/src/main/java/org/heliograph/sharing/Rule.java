package org.heliograph.sharing;

/**
 * The rules by which a dispatch is judged. Their ids stand in receipts and in the audit, and are never given to another
 * rule.
 *
 * <p>Numbered rules are those of the platform's rule book; the others follow from its laws. Rules that are not the
 * gate's are listed in docs/policy.md.
 */
public enum Rule {
    /** Only what can be read whole is judged. */
    FORMAT("the record must be a readable dispatch with a readable event", "law 4, deny by default"),
    /** A party speaks for itself alone. */
    OWNER("the originator must be the owner of the outbox", "law 1, one door in"),
    /** Nothing twice: a number of the outbox partition is taken once. */
    SEQUENCE("a sequence number is taken once", "law 6, nothing twice"),
    /** Nobody can speak for another. */
    SIGNATURE("the event must carry its originator's valid signature", "law 1, one door in"),
    /** Whom the operators suspended is out of the exchange, whatever else it may do. */
    SUSPENDED("a suspended party sends and receives nothing", "parties.yaml, suspended by an operator"),
    /** Only registered schemas, and the one of the event's type. */
    SCHEMA("the event's schema must be the registered one of its type", "law 4, deny by default"),
    /** Only events of the catalogue, sent by those who may. */
    PUBLISHER("the originator must be a publisher of the event", "the access matrix"),
    /** A topic that all may read cannot leave anybody out. */
    PUBLIC("CLEAR goes to the event's public topic, names nobody and leaves nobody out", "TLP 2.0, CLEAR"),
    /** What the matrix does not give, for one purpose and a time. */
    GRANT("a grant in force lets a named party receive for its purpose alone", "grants.yaml, with legal basis"),
    /** What is delivered again is read where its originator put it, and nowhere else is it kept. */
    GONE("what is delivered again must still lie in its outbox", "platform.yaml, retention of outboxes"),
    R1(
            "handling must be complete: purposes, a marking not below the floor, a named recipient from AMBER up",
            "TLP 2.0; Europol handling codes, H3"),
    R2(
            "a copy goes only where marking, release list, purpose and lane all allow it",
            "TLP 2.0; Smuggling of Migrants Protocol, Art. 10(2)"),
    R3("RED and personal data need sealing, which is not available", "TLP 2.0, RED; UN data protection principles"),
    R4(
            "what was derived is at least as strict as its strictest source and keeps all handling codes",
            "Smuggling of Migrants Protocol, Art. 10(2)"),
    R5(
            "what another originator restricted goes on only with its consent",
            "Smuggling of Migrants Protocol, Art. 10(2); Europol handling codes, H2"),
    R6(
            "a party recalls its own events, one named event at a time; what is about an event reaches those alone who"
                    + " may know of it",
            "law 7, the originator stays in control"),
    R7(
            "what a protection party sends stays between protection parties, or crosses a listed declassifier",
            "Joint General Comment CMW 3 / CRC 22"),
    R8(
            "a case of the protection lane has an id of its own, and nothing elsewhere refers to it",
            "Joint General Comment CMW 3 / CRC 22"),
    R12("personal data states until when it is kept, and no topic keeps it longer", "UN data protection principles"),
    R13(
            "public statistics stand on 11 persons or more, are no finer than ADM1 and ended 30 days ago",
            "disclosure control of the platform"),
    R14("shared coordinates are rounded to 0.1 degrees, to 0.01 from AMBER up", "law 4; no finer than is needed"),
    R17("a case keeps its status", "CAP 1.2, status");

    private final String text;
    private final String source;

    Rule(String text, String source) {
        this.text = text;
        this.source = source;
    }

    /** The id as it stands in receipts and audit. */
    public String id() {
        return name();
    }

    /** What the rule demands, for people. */
    public String text() {
        return text;
    }

    /** Where the rule comes from: a law of the platform, or what it was made to honour. */
    public String source() {
        return source;
    }
}
