package org.heliograph.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final TopicPartition FIRST = new TopicPartition("inbox.xb.alerts", 0);
    private static final TopicPartition SECOND = new TopicPartition("inbox.xb.alerts", 1);
    private static final Played ONE = event("iom/1", "case-a", FIRST, 0);
    private static final Played TWO = event("iom/2", "case-a", FIRST, 2);
    private static final Played OTHER = event("iom/3", "case-b", SECOND, 0);
    private static final List<Played> ALL = List.of(ONE, TWO, OTHER);

    @Test
    void findsNothingWrongWithACarefulClient() {
        assertThat(Judge.faults(ALL, seen(counts("iom/1", 1, "iom/2", 1, "iom/3", 1), Map.of(), 3, 1)))
                .isEmpty();
    }

    @Test
    void takesCasesInAnyOrder() {
        assertThat(Judge.faults(ALL, seen(counts("iom/3", 1, "iom/1", 1, "iom/2", 1), Map.of(), 3, 1)))
                .isEmpty();
    }

    @Test
    void saysWhatIsNotHandledYet() {
        List<Fault> faults = Judge.faults(ALL, seen(counts("iom/1", 1), Map.of(), 3, 1));

        assertThat(faults)
                .containsExactly(
                        Fault.notYet("not handled: 2 records, the first of them iom/2 at inbox.xb.alerts-0@2"));
    }

    @Test
    void saysWhatWasHandledTwice() {
        List<Played> again = List.of(ONE, event("iom/1", "case-a", FIRST, 1), TWO);

        List<Fault> faults = Judge.faults(again, seen(counts("iom/1", 2, "iom/2", 1), Map.of(), 3, 0));

        assertThat(faults).containsExactly(Fault.forGood("handled more than once: iom/1 at inbox.xb.alerts-0@0"));
    }

    @Test
    void takesAnEventThatComesTwiceAsOne() {
        List<Played> again = List.of(ONE, event("iom/1", "case-a", FIRST, 1), TWO);

        assertThat(Judge.faults(again, seen(counts("iom/1", 1, "iom/2", 1), Map.of(), 3, 0)))
                .isEmpty();
    }

    @Test
    void saysWhatWasHandledInAnotherOrder() {
        List<Fault> faults = Judge.faults(ALL, seen(counts("iom/2", 1, "iom/1", 1, "iom/3", 1), Map.of(), 3, 1));

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.text()).startsWith("handled in another order").contains("iom/2", "iom/1");
            assertThat(fault.mayPass()).isFalse();
        });
    }

    @Test
    void saysWhichRecallWasNotTakenAndWhichTwice() {
        List<Played> recalls = List.of(recall("iom/1", 1), recall("iom/9", 2));

        List<Fault> faults = Judge.faults(recalls, seen(Map.of(), counts("iom/9", 2), 3, 0));

        assertThat(faults)
                .containsExactly(
                        Fault.notYet("not taken as a recall: iom/1 at inbox.xb.alerts-0@1"),
                        Fault.forGood("taken as a recall more than once: iom/9 at inbox.xb.alerts-0@2"));
    }

    @Test
    void saysWhichForgedEventWasHandled() {
        List<Played> forged = List.of(new Played(Played.Kind.FORGED, "iom/5", "case-a", FIRST, 0), TWO);

        assertThat(Judge.faults(forged, seen(counts("iom/2", 1), Map.of(), 3, 0)))
                .isEmpty();
        assertThat(Judge.faults(forged, seen(counts("iom/5", 1, "iom/2", 1), Map.of(), 3, 0)))
                .containsExactly(Fault.forGood("handled, though forged: iom/5 at inbox.xb.alerts-0@0"));
    }

    @Test
    void asksForCommitsUpToTheLastRecordOfEachPartition() {
        Map<String, Integer> handled = counts("iom/1", 1, "iom/2", 1, "iom/3", 1);

        assertThat(Judge.faults(ALL, seen(handled, Map.of(), 2, 1)))
                .containsExactly(Fault.notYet("not committed: iom/2 at inbox.xb.alerts-0@2"));
        assertThat(Judge.faults(ALL, new Observation(Optional.of(sight(handled, Map.of())), "", Map.of())))
                .singleElement()
                .extracting(Fault::text)
                .asString()
                .startsWith("not committed: 2 records");
    }

    @Test
    void saysWhyItSeesNothingOfTheClient() {
        Observation nothing = new Observation(Optional.empty(), "it has ended", Map.of());

        assertThat(Judge.faults(ALL, nothing)).containsExactly(Fault.notYet("it has ended"));
        assertThat(Judge.committedAlone(ALL, nothing)).isEmpty();
    }

    @Test
    void findsWhatIsCommittedBeforeItIsHandledOnceItIsHandled() {
        List<Played> early = Judge.committedAlone(ALL, seen(counts("iom/1", 1), Map.of(), 3, 0));

        assertThat(early).containsExactly(TWO);
        assertThat(Judge.committedTooEarly(early, seen(counts("iom/1", 1, "iom/2", 1), Map.of(), 3, 0)))
                .contains("committed before it was handled: iom/2 at inbox.xb.alerts-0@2");
    }

    @Test
    void callsWhatIsNeverHandledNotCommittedTooEarly() {
        Observation passedOver = seen(counts("iom/1", 1), Map.of(), 3, 0);

        assertThat(Judge.committedTooEarly(Judge.committedAlone(ALL, passedOver), passedOver))
                .isEmpty();
    }

    @Test
    void doesNotExpectThatAForgedEventIsHandledBeforeItIsCommitted() {
        List<Played> forged = List.of(new Played(Played.Kind.FORGED, "iom/5", "case-a", FIRST, 0));

        assertThat(Judge.committedAlone(forged, seen(Map.of(), Map.of(), 3, 0))).isEmpty();
    }

    private static Played event(String name, String context, TopicPartition partition, long offset) {
        return new Played(Played.Kind.EVENT, name, context, partition, offset);
    }

    private static Played recall(String key, long offset) {
        return new Played(Played.Kind.RECALL, key, "case-a", FIRST, offset);
    }

    private static Observation seen(
            Map<String, Integer> handled, Map<String, Integer> recalled, long first, long second) {
        return new Observation(Optional.of(sight(handled, recalled)), "", Map.of(FIRST, first, SECOND, second));
    }

    private static Sight sight(Map<String, Integer> handled, Map<String, Integer> recalled) {
        return new Sight("instance", "xb.kit", handled, recalled);
    }

    private static Map<String, Integer> counts(Object... pairs) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return counts;
    }
}
