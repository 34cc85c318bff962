package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.CopyKey;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.gate.Ruling.Sinks;
import org.heliograph.sharing.Recall;
import org.heliograph.sharing.policy.Topics;

/**
 * All that follows from one ruling, to be written in one transaction: the copies, the receipt and the link of the audit
 * chain, each in the partition that the dispatch has.
 *
 * @param next the state after it
 */
record Outputs(List<ProducerRecord<byte[], byte[]>> records, PartitionState next, Account account) {

    static Outputs of(
            GatePolicy policy,
            PartitionState state,
            ConsumerRecord<byte[], byte[]> dispatch,
            Ruling ruling,
            Instant decidedAt) {
        Account account = Account.of(dispatch, ruling, policy.version(), decidedAt);
        AuditChain.Link link = AuditChain.link(state, account.audit());
        int partition = dispatch.partition();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (ruling instanceof Ruling.Released released) {
            copies(policy, released, partition, records);
        }
        if (account.isReceipted()) {
            records.add(new ProducerRecord<>(
                    Topics.receipts(account.owner()),
                    partition,
                    key(account.dispatch()),
                    WireValue.join(policy.receiptSchema(), AvroBinary.encode(account.receipt()))));
        }
        records.add(new ProducerRecord<>(
                Topics.AUDIT,
                partition,
                key(account.chain()),
                WireValue.join(policy.auditSchema(), link.binary().array())));
        return new Outputs(records, next(state, ruling, link), account);
    }

    private static void copies(
            GatePolicy policy, Ruling.Released released, int partition, List<ProducerRecord<byte[], byte[]>> records) {
        Envelope envelope = released.envelope();
        byte[] event = bytes(released.event());
        List<Header> headers = CloudEventHeaders.of(envelope, released.schema(), released.signature());
        switch (released.sinks()) {
            case Sinks.Inboxes inboxes -> {
                byte[] key = key(new CopyKey(envelope.getOriginatorParty(), envelope.getEventId()).text());
                for (String recipient : inboxes.recipients()) {
                    records.add(new ProducerRecord<>(
                            Topics.inbox(recipient, inboxes.family()), partition, key, event, headers));
                }
                inboxes.recall().ifPresent(recall -> tombstones(policy, released, recall, partition, records));
            }
            case Sinks.PublicTopic topic -> {
                // With the originator, whom the outbox proves: nobody can replace what another published.
                byte[] key = key(topic.originator() + "/" + envelope.getContextId());
                records.add(
                        new ProducerRecord<>(Topics.publicTopic(topic.eventType()), partition, key, event, headers));
            }
        }
    }

    /**
     * Compaction removes the recalled copies. The key begins with the recalling party itself, so that it can only be a
     * copy of its own, and the partition is that of the case, in which the copy lies too.
     */
    private static void tombstones(
            GatePolicy policy,
            Ruling.Released released,
            Recall recall,
            int partition,
            List<ProducerRecord<byte[], byte[]>> records) {
        byte[] key = key(new CopyKey(released.envelope().getOriginatorParty(), recall.eventId()).text());
        for (String recipient : released.reached()) {
            if (policy.policy().families(recipient).contains(recall.family())) {
                records.add(new ProducerRecord<>(Topics.inbox(recipient, recall.family()), partition, key, null));
            }
        }
    }

    private static PartitionState next(PartitionState state, Ruling ruling, AuditChain.Link link) {
        Long seq = ruling.findings().seq();
        // A refused record takes its number too, where it could be read that far.
        long last = seq == null || ruling instanceof Ruling.Repeated ? state.lastSequence() : seq;
        return new PartitionState(last, link.index(), link.hash());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
