package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.operations.lag.LagCluster.Keeping;
import org.heliograph.operations.lag.LagCluster.Members;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

class RowOfTest {

    private static final String TOPIC = "inbox.xa.alerts";
    private static final long DATE = 1_000_000;

    private final PartitionLog first = new PartitionLog(new TopicPartition(TOPIC, 0));
    private final PartitionLog second = new PartitionLog(new TopicPartition(TOPIC, 1));

    @Test
    void tellsTheAgeOfWhatWaits() {
        first.isBetween(0, 10);
        first.times().answer(0, 0, DATE, 10);
        second.isBetween(0, 10);
        second.times().answer(0, 0, DATE + 1, 10);

        LagRow row = row();

        assertThat(row.partitions()).isEqualTo(2);
        assertThat(row.oldest()).isEqualTo(Instant.ofEpochMilli(DATE));
        assertThat(row.ageMillis()).isEqualTo(1_000);
    }

    @Test
    void tellsNoAgeWhileAPartitionDoesNotAnswerThatMayHoldWhatIsOlder() {
        first.isBetween(0, 10);
        first.times().answer(0, 0, DATE, 10);
        second.isAway();

        LagRow row = row();

        assertThat(row.partitions()).isEqualTo(1);
        assertThat(row.oldest()).isNull();
        assertThat(row.ageMillis()).isNull();
        assertThat(row.deletedFrom()).isNull();
    }

    @Test
    void isNotSeenWhereNoPartitionAnswers() {
        first.isAway();
        second.isAway();

        assertThat(added().isSeen()).isFalse();
    }

    private LagRow row() {
        RowOf row = added();
        row.oldest().ask(DATE, _ -> true);
        return row.row(
                Owners.of(PolicyCompiler.compile(PolicyFiles.ofBuild().folder()), Map.of()),
                Instant.ofEpochMilli(DATE + 1_000));
    }

    private RowOf added() {
        RowOf row = new RowOf("xa.inbox", TOPIC, 3, new Keeping(false, null), Contents.UNKNOWN);
        for (PartitionLog log : new PartitionLog[] {first, second}) {
            Reader reader = new Reader("xa.inbox", Members.NONE, log, 0);
            reader.place(Map.of(), new History(3));
            row.add(reader);
        }
        return row;
    }
}
