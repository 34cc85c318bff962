package org.heliograph.standalone.demo;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Receipt;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/** A party's own system, with its valid credentials and a plain Kafka client, that wants more than its share. */
final class Intruder {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(10);

    private final Stack stack;
    private final String party;
    private final BrokerClients clients;
    private final SchemaLookup schemas;

    Intruder(Stack stack, String party) {
        this.stack = stack;
        this.party = party;
        this.clients = stack.brokerClients(party);
        this.schemas = stack.schemas(party);
    }

    /** Reads a topic from its beginning; the broker's refusal, if there is one. */
    Optional<KafkaException> read(String topic) {
        try (var consumer = consumer(Map.of())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seek(new TopicPartition(topic, 0), 0);
            consumer.poll(LONGEST_POLL);
            return Optional.empty();
        } catch (KafkaException refusal) {
            return Optional.of(refusal);
        }
    }

    /** Joins a consumer group; the broker's refusal, if there is one. */
    Optional<KafkaException> join(String group) {
        try (var consumer = consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group))) {
            consumer.subscribe(List.of(Topics.inbox(party, "alerts")));
            consumer.poll(LONGEST_POLL);
            return Optional.empty();
        } catch (KafkaException refusal) {
            return Optional.of(refusal);
        }
    }

    /** Writes to a topic; the broker's refusal, if there is one. */
    Optional<KafkaException> write(String topic) {
        try (var producer = new KafkaProducer<>(
                clients.producer("intruder"), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {0})).get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() instanceof KafkaException refusal ? refusal : new KafkaException(e));
        } catch (KafkaException refusal) {
            return Optional.of(refusal);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether one of the party's inboxes holds anything of this case. */
    boolean holdsAnythingOf(UUID requestId, List<String> families) {
        return families.stream()
                .flatMap(family -> everything(Topics.inbox(party, family)).stream())
                .map(message -> WireValue.split(message.value()))
                .map(value -> AvroBinary.envelope(schemas.byId(value.schemaId()).orElseThrow(), value.binary()))
                .anyMatch(envelope -> envelope.getContextId().endsWith(requestId.toString()));
    }

    /**
     * Puts a refusal of a request into the party's own outbox, as if the victim had written it.
     *
     * @return the dispatch as receipts name it
     */
    String forgeRefusalBy(String victim, UUID requestId) {
        CoopEvent event = refusal(victim, requestId);
        int partition =
                Partitions.of(event.getEnvelope().getContextId(), stack.roster().partitions());
        String fingerprint = EventSchemas.fingerprint(EventSchemas.of(CoopEvent.class));
        String signature = EventSigner.ofFile(stack.secrets().signingKeyFile(party))
                .sign(SignedContent.of(event.getEnvelope(), fingerprint, AvroBinary.encode(event)));
        Distribution distribution = Distribution.newBuilder()
                .setReleasableTo(List.of("xa"))
                .setNotReleasableTo(List.of())
                .build();

        // The relay's own transactional id: the party's service is fenced for a moment, and then goes on after the
        // forged number.
        try (var producer = new KafkaProducer<>(
                clients.transactionalProducer("relay-" + partition),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            byte[] value = encode(
                    new Dispatch(lastNumber(partition) + 1, distribution, ByteBuffer.wrap(encode(event)), signature));
            producer.beginTransaction();
            var sent = producer.send(new ProducerRecord<>(Topics.outbox(party), partition, null, value));
            producer.commitTransaction();
            RecordMetadata place = sent.get();
            return "%s-%d@%d".formatted(place.topic(), place.partition(), place.offset());
        } catch (ExecutionException e) {
            throw new StackException("the broker refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    Optional<Receipt> receiptFor(String dispatch) {
        return everything(Topics.receipts(party)).stream()
                .map(message -> decode(message.value(), Receipt.class))
                .filter(receipt -> receipt.getDispatch().equals(dispatch))
                .findFirst();
    }

    private static CoopEvent refusal(String victim, UUID requestId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Envelope envelope = Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType("coop.event")
                .setOccurredAt(now)
                .setPublishedAt(now)
                .setOriginatorParty(victim)
                .setOriginatorRole("officer")
                .setContextId("exercise:" + requestId)
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.UPDATE)
                .setPriority(Priority.MEDIUM)
                .setTlp(Tlp.AMBER)
                .setPermittedPurposes(List.of(Purpose.LEGAL_COOPERATION))
                .setLane(Lane.COOPERATION)
                .setContainsPersonalData(false)
                .build();
        return CoopEvent.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(requestId)
                .setKind(RequestKind.LEGISLATIVE_ASSISTANCE)
                .setAddressee(victim)
                .setSeq(1)
                .setAct(CoopAct.DECLINE)
                .setFromState(RequestState.SUBMITTED)
                .setToState(RequestState.DECLINED)
                .setActorParty(victim)
                .build();
    }

    private long lastNumber(int partition) {
        return everything(Topics.outbox(party)).stream()
                .filter(message -> message.partition() == partition)
                .mapToLong(message -> decode(message.value(), Dispatch.class).getSeq())
                .max()
                .orElse(0);
    }

    private List<ConsumerRecord<String, byte[]>> everything(String topic) {
        try (var consumer = consumer(Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> overrides) {
        Map<String, Object> settings = clients.consumer("intruder");
        settings.putAll(overrides);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private byte[] encode(SpecificRecord event) {
        Schema schema = EventSchemas.of(event.getClass());
        return WireValue.join(schemas.idOf(schema).orElseThrow(), AvroBinary.encode(event));
    }

    private <T extends SpecificRecord> T decode(byte[] value, Class<T> type) {
        WireValue wire = WireValue.split(value);
        return AvroBinary.decode(type, schemas.byId(wire.schemaId()).orElseThrow(), wire.binary());
    }

    private static StackException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StackException("interrupted while waiting for the broker", e);
    }
}
