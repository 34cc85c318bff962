package org.heliograph.exchange.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.jspecify.annotations.Nullable;

/**
 * Checks the hash chains of {@code audit.decisions} while its records are read, and keeps no record: of each chain it
 * remembers the last link alone. A changed, removed, repeated or moved record is told once, with where it lies or is
 * missing. What is cut off at the end of a chain, or a chain that was made anew, shows only against heads that were
 * known before. On one thread; call {@link #take} for all records of a partition in their order, from its first on,
 * those of several partitions mixed as they come, and {@link #finish} once.
 */
public final class ChainCheck {

    private final SchemaLookup schemas;
    private final Map<String, ChainHead> known;
    private final Consumer<ChainProblem> problems;
    private final SortedMap<String, ChainHead> heads = new TreeMap<>();
    private long records;

    /**
     * @param schemas of the audit's records
     * @param known heads by chain as an earlier check found them; empty if there was none
     * @param problems told each problem as it is found
     */
    public ChainCheck(SchemaLookup schemas, Map<String, ChainHead> known, Consumer<ChainProblem> problems) {
        this.schemas = schemas;
        this.known = Map.copyOf(known);
        this.problems = problems;
    }

    /**
     * Takes the next record of a partition.
     *
     * @param value as it lies in the topic
     * @throws org.heliograph.exchange.wire.RegistryUnavailableException if nobody can tell its schema now
     */
    public void take(int partition, long offset, byte @Nullable [] value) {
        records++;
        read(value)
                .ifPresentOrElse(
                        link -> check(link, new Place(partition, offset, link)),
                        () -> problems.accept(new ChainProblem(
                                partition,
                                offset,
                                null,
                                null,
                                null,
                                "found no readable record, expected a decision of the gate")));
    }

    /** Says what is missing at the ends. */
    public void finish() {
        known.forEach((chain, before) -> {
            long last = heads.getOrDefault(chain, ChainHead.NONE).link();
            if (last < before.link()) {
                problems.accept(new ChainProblem(
                        null,
                        null,
                        chain,
                        before.link(),
                        null,
                        "found the end of the chain at link %d, expected link %d with hash %s, its head before"
                                .formatted(last, before.link(), before.hash())));
            }
        });
    }

    /** How many records were taken, whether they are right or not. */
    public long records() {
        return records;
    }

    /** The last link of each chain so far. */
    public SortedMap<String, ChainHead> heads() {
        return Collections.unmodifiableSortedMap(heads);
    }

    private Optional<GenericRecord> read(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            WireValue wire = WireValue.split(value);
            return schemas.byId(wire.schemaId())
                    .filter(schema -> schema.getFullName().equals(AuditDecision.class.getName()))
                    .map(schema -> AvroBinary.decode(schema, wire.binary()));
        } catch (MalformedValueException unreadable) {
            return Optional.empty();
        }
    }

    private void check(GenericRecord link, Place place) {
        String hash = text(link, "hash");
        String content = ChainHash.of(link);
        if (!content.equals(hash)) {
            place.tell("found content with hash %s, expected %s: it was changed after it was written"
                    .formatted(content, hash));
        }
        if (!place.chain().endsWith("-" + place.partition())) {
            place.tell("found in partition %d, expected in the one that its chain names".formatted(place.partition()));
            return;
        }
        ChainHead head = heads.getOrDefault(place.chain(), ChainHead.NONE);
        long due = head.link() + 1;
        if (place.link() < due) {
            place.tell("found after link %d, expected before it and once: it is repeated or in another place"
                    .formatted(head.link()));
            return;
        }
        if (place.link() > due) {
            place.tell("found link %d, expected link %d: %d missing before it"
                    .formatted(place.link(), due, place.link() - due));
        } else if (!text(link, "previousHash").equals(head.hash())) {
            place.tell("found previous hash %s, expected %s: it does not continue the link before"
                    .formatted(text(link, "previousHash"), head.hash()));
        }
        ChainHead before = known.get(place.chain());
        if (before != null && before.link() == place.link() && !before.hash().equals(hash)) {
            place.tell("found hash %s, expected %s as before: the chain was made anew".formatted(hash, before.hash()));
        }
        heads.put(place.chain(), new ChainHead(place.link(), hash));
    }

    private static String text(GenericRecord link, String field) {
        return link.get(field).toString();
    }

    /** Where a link lies, and what it says of itself. */
    private final class Place {

        private final int partition;
        private final long offset;
        private final String chain;
        private final long link;
        private final @Nullable String eventId;

        Place(int partition, long offset, GenericRecord record) {
            this.partition = partition;
            this.offset = offset;
            this.chain = text(record, "chain");
            this.link = (long) record.get("index");
            Object event = record.get("eventId");
            this.eventId = event == null ? null : event.toString();
        }

        int partition() {
            return partition;
        }

        String chain() {
            return chain;
        }

        long link() {
            return link;
        }

        void tell(String problem) {
            problems.accept(new ChainProblem(partition, offset, chain, link, eventId, problem));
        }
    }
}
