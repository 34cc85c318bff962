package org.heliograph.operations.lag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which of the records that one group has not read at one topic was appended first. Not every partition is asked to the
 * end for it: one whose record is known to be younger than a record that was found cannot be it. Not for several
 * threads.
 */
final class OldestUnread {

    private final boolean compacted;
    private final Contents contents;
    private final List<Reader> readers = new ArrayList<>();

    /** Of whose records more has to be known. */
    private final Collection<Reader> open = new LinkedHashSet<>();

    /** No record that is appended later can be the oldest. */
    private long latest = Long.MAX_VALUE;

    /**
     * Nothing is unread yet.
     *
     * @param compacted whether records may be missing in the middle
     * @param contents what is known of the records that wait
     */
    OldestUnread(boolean compacted, Contents contents) {
        this.compacted = compacted;
        this.contents = contents;
    }

    /** What is asked of one partition: its first record that is not older than the time. */
    record Question(PartitionLog log, long time) {}

    /** A partition at which something is unread. */
    void add(Reader reader) {
        readers.add(reader);
        open.add(reader);
    }

    /**
     * What has to be asked next; empty if all is known, or can be.
     *
     * @param now no record is younger
     */
    Optional<Question> question(long now) {
        open.removeIf(reader -> isFound(reader) || reader.log().tellsNoMore());
        open.removeIf(reader -> isYounger(reader) && isCounted(reader, now));
        return open.stream()
                .min(Comparator.comparingLong(OldestUnread::atLeast))
                .map(reader -> new Question(reader.log(), time(reader, now)));
    }

    private boolean isFound(Reader reader) {
        Optional<PartitionTimes.Found> found = find(reader);
        found.ifPresent(at -> latest = Math.min(latest, at.latest().orElse(at.time())));
        return found.isPresent();
    }

    private Optional<PartitionTimes.Found> find(Reader reader) {
        return reader.log().times().find(reader.next(), compacted);
    }

    private boolean isYounger(Reader reader) {
        return atLeast(reader) >= latest;
    }

    private static long atLeast(Reader reader) {
        return reader.log().times().atLeast(reader.next());
    }

    /** Whether it makes no difference to what waits there when exactly the record was appended. */
    private boolean isCounted(Reader reader, long now) {
        long atMost = reader.log().times().atMost(reader.next(), now);
        return waiting(reader, atLeast(reader)).size()
                == waiting(reader, atMost).size();
    }

    private List<Waiting> waiting(Reader reader, long since) {
        return contents.newest(reader.log().partition(), reader.unread(), since);
    }

    /** Whether a record is younger than one that was found is told by one answer; when exactly it was, by several. */
    private long time(Reader reader, long now) {
        PartitionTimes times = reader.log().times();
        boolean tells = !isYounger(reader) && latest <= times.atMost(reader.next(), now);
        return tells ? latest : times.question(reader.next(), reader.log().end(), now);
    }

    /**
     * When the oldest was appended.
     *
     * @return empty if nothing is unread, or it was not found in time
     */
    Optional<PartitionTimes.Found> oldest() {
        long first = Long.MAX_VALUE;
        long last = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (Reader reader : readers) {
            Optional<PartitionTimes.Found> found = find(reader);
            if (found.isPresent()) {
                first = Math.min(first, found.get().time());
                last = Math.min(last, found.get().latest().orElse(found.get().time()));
            } else {
                unknown = Math.min(unknown, reader.log().times().isEmpty() ? 0 : atLeast(reader));
            }
        }
        return readers.isEmpty() || unknown < last || first == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new PartitionTimes.Found(first, OptionalLong.of(last)));
    }

    /** What is unread, as far as it is known. */
    List<Waiting> waiting() {
        return readers.stream()
                .flatMap(reader ->
                        waiting(reader, find(reader).map(PartitionTimes.Found::time).orElse(atLeast(reader)))
                                .stream())
                .toList();
    }
}
