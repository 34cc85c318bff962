package org.heliograph.desk.journal;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A type of event that the journal keeps.
 *
 * @param subject what the originator of an event calls the matter
 * @param view of an event, as people and agency systems read it
 */
public record JournalKind<E extends SpecificRecord>(
        Class<E> eventClass, String eventType, Function<E, String> subject, Function<E, ?> view) {}
