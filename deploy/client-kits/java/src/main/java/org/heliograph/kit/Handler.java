package org.heliograph.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What your system does with what it is sent: this is the class to change. Both are called once for each record. The mark
 * of it is written after they return: if the machine dies in between, they are called once more for the same record. So
 * what they do must bear that, or be done in one transaction with a mark of its own.
 */
final class Handler {

    /** An event whose signature is good. Whatever is thrown stops the program, and the record comes again. */
    void event(ObjectNode record, Event event) {
        ObjectNode line = record.deepCopy();
        line.set("value", event.value());
        Kit.tell("event", line);
    }

    /** The originator takes back the event with this key: drop what you hold of it, and what you made of it. */
    void recall(ObjectNode record) {
        Kit.tell("recall", record);
    }
}
