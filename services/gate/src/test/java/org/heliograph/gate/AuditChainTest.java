package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(1_000_000));

    @Test
    void aWholeChainHasNoProblems() {
        assertThat(AuditChain.problems(links("xa", 5))).isEmpty();
    }

    @Test
    void chainsOfSeveralOutboxesMayLieInOnePartition() {
        List<GenericRecord> mixed = new ArrayList<>();
        List<GenericRecord> xa = links("xa", 4);
        List<GenericRecord> iom = links("iom", 4);
        for (int index = 0; index < 4; index++) {
            mixed.add(xa.get(index));
            mixed.add(iom.get(index));
        }

        assertThat(AuditChain.problems(mixed)).isEmpty();
    }

    @Test
    void noticesAChange() {
        List<GenericRecord> links = links("xa", 5);
        links.get(2).put("policyVersion", "another");

        assertThat(AuditChain.problems(links))
                .containsExactly("chain=outbox.xa-0 index=3: was changed after it was written");
    }

    @Test
    void noticesAChangeWhoseHashWasMadeToFit() {
        List<GenericRecord> links = links("xa", 5);
        List<GenericRecord> other = links("xa", 5);
        links.set(2, other.get(2));

        assertThat(AuditChain.problems(links))
                .hasSize(2)
                .allMatch(problem -> problem.endsWith("does not continue the link before"));
    }

    @Test
    void noticesARemoval() {
        List<GenericRecord> links = links("xa", 5);
        links.remove(2);

        assertThat(AuditChain.problems(links))
                .containsExactly(
                        "chain=outbox.xa-0 index=4: expected index 3",
                        "chain=outbox.xa-0 index=4: does not continue the link before");
    }

    @Test
    void noticesThatTheBeginningIsMissing() {
        List<GenericRecord> links = links("xa", 5);
        links.removeFirst();

        assertThat(AuditChain.problems(links)).isNotEmpty();
    }

    @Test
    void noticesAnotherOrder() {
        List<GenericRecord> links = links("xa", 5);
        links.add(1, links.remove(2));

        assertThat(AuditChain.problems(links)).isNotEmpty();
    }

    @Test
    void noticesARepetition() {
        List<GenericRecord> links = links("xa", 3);
        links.add(links.getLast());

        assertThat(AuditChain.problems(links)).isNotEmpty();
    }

    private List<GenericRecord> links(String party, int number) {
        List<GenericRecord> links = new ArrayList<>();
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
            WireValue link = WireValue.split(outputs.records().getLast().value());
            links.add(AvroBinary.decode(EventSchemas.of(AuditDecision.class), link.binary()));
            state = outputs.next();
        }
        return links;
    }
}
