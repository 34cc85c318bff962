package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.audit.ChainCheck;
import org.heliograph.exchange.audit.ChainHead;
import org.heliograph.exchange.audit.ChainProblem;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.junit.jupiter.api.Test;

/** What the gate writes, checked as whoever reads the audit checks it. Offsets begin at 10. */
class AuditChainTest {

    private static final Schema SCHEMA = EventSchemas.of(AuditDecision.class);
    private static final int SCHEMA_ID = Platform.id(AuditDecision.class);

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(1_000_000));

    @Test
    void aWholeChainHasNoProblemsAndItsHeadAndLengthAreTold() {
        List<ChainProblem> problems = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        ChainCheck check = check(links, Map.of(), problems);

        assertThat(problems).isEmpty();
        assertThat(check.records()).isEqualTo(5);
        assertThat(check.heads())
                .containsExactly(Map.entry(
                        "outbox.xa-0",
                        new ChainHead(5, decoded(links.getLast()).get("hash").toString())));
    }

    @Test
    void chainsOfSeveralOutboxesMayLieInOnePartition() {
        List<ConsumerRecord<String, byte[]>> mixed = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> xa = links("xa", 4);
        List<ConsumerRecord<String, byte[]>> iom = links("iom", 4);
        for (int index = 0; index < 4; index++) {
            mixed.add(xa.get(index));
            mixed.add(iom.get(index));
        }

        assertThat(problems(mixed)).isEmpty();
    }

    @Test
    void noticesAChange() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        String event = decoded(links.get(2)).get("eventId").toString();
        links.set(2, changed(links.get(2)));

        assertThat(problems(links)).singleElement().satisfies(problem -> {
            assertThat(problem.partition()).isZero();
            assertThat(problem.offset()).isEqualTo(12);
            assertThat(problem.link()).isEqualTo(3);
            assertThat(problem.eventId()).isEqualTo(event);
            assertThat(problem.toString())
                    .startsWith("partition 0 offset 12, chain outbox.xa-0 link 3, event " + event + ": found content")
                    .endsWith("it was changed after it was written");
        });
    }

    @Test
    void noticesAChangeWhoseHashWasMadeToFit() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        links.set(2, links("xa", 5).get(2));

        assertThat(problems(links))
                .extracting(ChainProblem::offset)
                .as("the changed one does not continue the one before, and is not continued")
                .containsExactly(12L, 13L);
        assertThat(problems(links))
                .allMatch(problem -> problem.problem().endsWith("does not continue the link before"));
    }

    @Test
    void noticesARemoval() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        links.remove(2);

        assertThat(told(links))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("partition 0 offset 13, chain outbox.xa-0 link 4, event ")
                        .endsWith("found link 4, expected link 3: 1 missing before it"));
    }

    @Test
    void noticesThatTheBeginningIsMissing() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        links.subList(0, 2).clear();

        assertThat(told(links))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("found link 3, expected link 1: 2 missing before it"));
    }

    @Test
    void noticesThatTheEndIsMissingOnceAHeadWasKnown() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        Map<String, ChainHead> known = check(links, Map.of(), new ArrayList<>()).heads();
        List<ChainProblem> problems = new ArrayList<>();
        ConsumerRecord<String, byte[]> last = links.getLast();
        links.subList(3, 5).clear();

        assertThat(problems(links)).isEmpty();
        check(links, known, problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith(
                                "chain outbox.xa-0 link 5: found the end of the chain at link 3, expected link 5 with "
                                        + "hash " + decoded(last).get("hash")));
    }

    @Test
    void noticesAChainThatWasMadeAnewOnceAHeadWasKnown() {
        Map<String, ChainHead> known =
                check(links("xa", 3), Map.of(), new ArrayList<>()).heads();
        List<ConsumerRecord<String, byte[]>> anew = links("xa", 5);
        List<ChainProblem> problems = new ArrayList<>();

        assertThat(problems(anew)).isEmpty();
        check(anew, known, problems);

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("partition 0 offset 12, chain outbox.xa-0 link 3, ")
                        .endsWith("the chain was made anew"));
    }

    @Test
    void noticesAnotherOrder() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 5);
        links.add(1, links.remove(2));

        assertThat(told(links)).hasSize(2);
        assertThat(told(links).getFirst())
                .startsWith("partition 0 offset 12, chain outbox.xa-0 link 3, ")
                .endsWith("found link 3, expected link 2: 1 missing before it");
        assertThat(told(links).getLast())
                .startsWith("partition 0 offset 11, chain outbox.xa-0 link 2, ")
                .endsWith("found after link 3, expected before it and once: it is repeated or in another place");
    }

    @Test
    void noticesARepetition() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 3);
        links.add(links.getLast());

        assertThat(told(links))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("found after link 3"));
    }

    @Test
    void noticesWhatLiesInAnotherPartition() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 3);
        links.set(2, link(1, 4, links.get(2).value()));

        assertThat(told(links))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("partition 1 offset 4, chain outbox.xa-0 link 3")
                        .contains("found in partition 1"));
    }

    @Test
    void noticesWhatIsNoRecordOfTheAuditAndGoesOn() {
        List<ConsumerRecord<String, byte[]>> links = links("xa", 3);
        links.add(1, link(0, 100, new byte[] {1, 2, 3}));
        links.add(1, link(0, 101, platform.dispatch(1, Events.alert("xa"))));

        assertThat(told(links))
                .containsExactly(
                        "partition 0 offset 101: found no readable record, expected a decision of the gate",
                        "partition 0 offset 100: found no readable record, expected a decision of the gate");
    }

    private static List<String> told(List<ConsumerRecord<String, byte[]>> links) {
        return problems(links).stream().map(ChainProblem::toString).toList();
    }

    private static List<ChainProblem> problems(List<ConsumerRecord<String, byte[]>> links) {
        List<ChainProblem> problems = new ArrayList<>();
        check(links, Map.of(), problems);
        return problems;
    }

    private static ChainCheck check(
            List<ConsumerRecord<String, byte[]>> links, Map<String, ChainHead> known, List<ChainProblem> problems) {
        ChainCheck check = new ChainCheck(new Registered(), known, problems::add);
        links.forEach(link -> check.take(link.partition(), link.offset(), link.value()));
        check.finish();
        return check;
    }

    private record Registered() implements SchemaLookup {

        @Override
        public OptionalInt idOf(Schema schema) {
            return OptionalInt.empty();
        }

        @Override
        public Optional<Schema> byId(int id) {
            return Optional.ofNullable(Platform.registered().get(id))
                    .map(registered -> new Schema.Parser().parse(registered.definition()));
        }
    }

    private static ConsumerRecord<String, byte[]> link(int partition, long offset, byte[] value) {
        return new ConsumerRecord<>("audit.decisions", partition, offset, "", value);
    }

    private static GenericRecord decoded(ConsumerRecord<String, byte[]> link) {
        return AvroBinary.decode(SCHEMA, WireValue.split(link.value()).binary());
    }

    private static ConsumerRecord<String, byte[]> changed(ConsumerRecord<String, byte[]> link) {
        GenericRecord record = decoded(link);
        record.put("policyVersion", "another");
        return link(link.partition(), link.offset(), WireValue.join(SCHEMA_ID, AvroBinary.encode(record)));
    }

    private List<ConsumerRecord<String, byte[]>> links(String party, int number) {
        List<ConsumerRecord<String, byte[]>> links = new ArrayList<>();
        PartitionState state = PartitionState.START;
        for (int seq = 1; seq <= number; seq++) {
            byte[] value = platform.dispatch(seq, Events.alert(party));
            ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("outbox." + party, 0, seq, new byte[0], value);
            Outputs outputs = Outputs.of(
                    policy,
                    state,
                    record,
                    RecordJudge.rule(state, judge.examine(policy, party, Events.AT, value)),
                    Events.AT);
            links.add(link(0, 9L + seq, outputs.records().getLast().value()));
            state = outputs.next();
        }
        return links;
    }
}
