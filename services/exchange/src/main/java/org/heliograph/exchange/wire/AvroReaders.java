package org.heliograph.exchange.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's readers, made once for each pair of schemas: to resolve one schema to the other takes longer than to read a
 * record. Only registered schemas come here, so there are few. Any thread.
 */
final class AvroReaders {

    private record Pair(Class<?> type, Schema writer) {}

    private static final Map<Pair, DatumReader<?>> READERS = new ConcurrentHashMap<>();

    private AvroReaders() {}

    /** @throws RuntimeException if no value of the writer's schema can become one of this type */
    @SuppressWarnings("unchecked") // the type of a reader is in its key
    static <T extends IndexedRecord> DatumReader<T> of(Class<T> type, Schema writer) {
        Pair pair = new Pair(type, writer);
        DatumReader<?> known = READERS.get(pair);
        return (DatumReader<T>) (known == null ? READERS.computeIfAbsent(pair, AvroReaders::make) : known);
    }

    // Not by Avro's usual class, which makes its reader at the first record and hands it to other threads unsafely.
    private static DatumReader<?> make(Pair pair) {
        boolean generic = pair.type() == GenericRecord.class;
        GenericData data = generic ? GenericData.get() : SpecificData.getForClass(pair.type());
        Schema expected = generic ? pair.writer() : ((SpecificData) data).getSchema(pair.type());
        try {
            return data.getFastReaderBuilder().createDatumReader(pair.writer(), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
