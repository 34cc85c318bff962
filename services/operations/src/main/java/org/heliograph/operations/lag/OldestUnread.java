package org.heliograph.operations.lag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * Which of the records that one group has not read at one topic was appended first. Not every partition is asked to the
 * end for it: one whose record is known to be younger than a record that was found cannot be it. Not for several
 * threads.
 */
final class OldestUnread {

    /** Partitions that are tried for a question in one round. */
    private static final int TRIED = 2;

    private final boolean compacted;
    private final Contents contents;
    private final List<Reader> readers = new ArrayList<>();

    /** Those whose record may be the oldest, the one that may be older than all others first. */
    private final Queue<Candidate> candidates = new PriorityQueue<>(Comparator.comparingLong(Candidate::atLeast));

    /** Those of which it matters when exactly their record was appended, oldest or not. */
    private final List<Reader> counted = new ArrayList<>();

    private final List<Reader> unanswered = new ArrayList<>();
    private long first = Long.MAX_VALUE;

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

    /**
     * A partition whose record may be the oldest.
     *
     * @param atLeast the time before which its record was not appended, as it was known when it was last looked at:
     *     answers about other groups only raise it
     */
    private record Candidate(Reader reader, long atLeast) {}

    /** What is asked of one partition: its first record that is not older than the time. */
    record Question(PartitionLog log, long time) {}

    /** A partition at which something is unread. */
    void add(Reader reader) {
        readers.add(reader);
        candidates.add(new Candidate(reader, 0));
        if (contents.isKnown(reader.log().partition())) {
            counted.add(reader);
        }
    }

    /**
     * Asks what has to be known next.
     *
     * @param now no record is younger
     * @param ask takes a question, or says no as it has one to the same partition
     * @return whether there was anything to ask, taken or not
     */
    boolean ask(long now, Predicate<Question> ask) {
        List<Candidate> next = nextCandidates();
        candidates.addAll(next);
        List<Reader> open = next.isEmpty()
                ? uncounted(now)
                : next.stream().map(Candidate::reader).toList();
        for (Reader reader : open) {
            if (ask.test(new Question(reader.log(), time(reader, now)))) {
                break;
            }
        }
        return !open.isEmpty();
    }

    /** Those whose records may be older than those of all others, taken out; none if the oldest is known. */
    private List<Candidate> nextCandidates() {
        List<Candidate> next = new ArrayList<>();
        while (next.size() < TRIED) {
            Candidate best = candidates.peek();
            if (best == null || best.atLeast() >= latest) {
                break;
            }
            candidates.remove();
            Reader reader = best.reader();
            Optional<PartitionTimes.Found> found = find(reader);
            if (found.isPresent()) {
                first = Math.min(first, found.get().time());
                latest = Math.min(latest, latest(found.get()));
            } else if (reader.log().tellsNoMore()) {
                unanswered.add(reader);
            } else if (atLeast(reader) > best.atLeast()) {
                candidates.add(new Candidate(reader, atLeast(reader)));
            } else {
                next.add(best);
            }
        }
        // Those that were taken before a record was found may be younger than it.
        next.removeIf(candidate -> candidate.atLeast() >= latest);
        if (next.isEmpty()) {
            candidates.clear();
        }
        return next;
    }

    private List<Reader> uncounted(long now) {
        counted.removeIf(reader -> find(reader).isPresent() || reader.log().tellsNoMore() || isCounted(reader, now));
        return counted;
    }

    /** Whether it makes no difference to what waits there when exactly the record was appended. */
    private boolean isCounted(Reader reader, long now) {
        long atMost = reader.log().times().atMost(reader.next(), now);
        return waiting(reader, atLeast(reader)).size()
                == waiting(reader, atMost).size();
    }

    /** Whether a record is younger than one that was found is told by one answer; when exactly it was, by several. */
    private long time(Reader reader, long now) {
        PartitionTimes times = reader.log().times();
        boolean tells = atLeast(reader) < latest && latest <= times.atMost(reader.next(), now);
        return tells ? latest : times.question(reader.next(), reader.log().end(), now);
    }

    /**
     * When the oldest was appended, once there is nothing more to ask.
     *
     * @return empty if nothing is unread, or it was not found in time
     */
    Optional<PartitionTimes.Found> oldest() {
        boolean known = candidates.isEmpty()
                && unanswered.stream().noneMatch(reader -> reader.log().times().isEmpty() || atLeast(reader) < latest);
        return known && first < Long.MAX_VALUE
                ? Optional.of(new PartitionTimes.Found(first, OptionalLong.of(latest)))
                : Optional.empty();
    }

    /** What is unread, as far as it is known. */
    List<Waiting> waiting() {
        return readers.stream()
                .filter(reader -> contents.isKnown(reader.log().partition()))
                .flatMap(reader ->
                        waiting(
                                reader,
                                find(reader).map(PartitionTimes.Found::time).orElse(atLeast(reader)))
                                .stream())
                .toList();
    }

    private List<Waiting> waiting(Reader reader, long since) {
        return contents.newest(reader.log().partition(), reader.unread(), since);
    }

    private Optional<PartitionTimes.Found> find(Reader reader) {
        return reader.log().times().find(reader.next(), compacted);
    }

    private static long latest(PartitionTimes.Found found) {
        return found.latest().orElse(found.time());
    }

    private static long atLeast(Reader reader) {
        return reader.log().times().atLeast(reader.next());
    }
}
