package org.heliograph.desk.journal;

import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent.
 *
 * @param causation the event that led to it, if any
 * @param content the event in its envelope
 */
public record Draft<E extends SpecificRecord>(
        JournalKind<E> kind,
        Lane lane,
        CaseFile file,
        MessageType type,
        Priority priority,
        Handling handling,
        Distribution distribution,
        @Nullable UUID causation,
        Function<Envelope, E> content) {}
