package org.heliograph.exchange;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.TestFolder;
import org.heliograph.testkit.TestStack;

/**
 * Broker, registry, identity provider and Postgres without any service: the tests are the only ones who write. Has the
 * topics and rights of party {@code iom}, whose inboxes {@code gate} may write.
 */
public final class Grounds implements AutoCloseable {

    public static final int PARTITIONS = 6;
    public static final String OUTBOX = "outbox.iom";
    public static final String ALERTS = "inbox.iom.alerts";
    public static final String COOPERATION = "inbox.iom.cooperation";
    public static final String RECEIPTS = "inbox.iom.receipts";

    /** All that a service reads, as {@code heliograph-desk.yaml} says. */
    private static final List<String> READ = List.of(
            ALERTS,
            "inbox.iom.control",
            COOPERATION,
            "inbox.iom.documents",
            "inbox.iom.incidents",
            "inbox.iom.knowledge",
            "inbox.iom.maritime",
            "inbox.iom.plans",
            "inbox.iom.statistics",
            RECEIPTS,
            "public.campaign.notice",
            "public.capacity.activity",
            "public.knowledge.legal-update",
            "public.knowledge.product",
            "public.prevention.strategy",
            "public.research.observation");

    private static final Path FOLDER = TestFolder.named("exchange-grounds");

    private final Stack stack;

    private Grounds(Stack stack) {
        this.stack = stack;
    }

    static Grounds start() {
        Stack stack = TestStack.start(FOLDER, Component.infrastructure());
        var grounds = new Grounds(stack);
        try (var operations = new PartySystem(stack, "operations")) {
            grounds.lay(operations);
        } catch (ExecutionException | RestClientException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return grounds;
    }

    public Stack stack() {
        return stack;
    }

    /** Makes a topic as the control plane does; no right comes with it. */
    public void create(String topic) {
        administer(admin -> admin.createTopics(List.of(topic(topic))).all());
    }

    /** Lets the service read a topic, and the gate write it. */
    public void grant(String inbox) {
        administer(admin -> admin.createAcls(rightsTo(inbox)).all());
    }

    /** Takes away what lets the service read a topic. */
    public void withdraw(String inbox) {
        AclBinding reading = rightsTo(inbox).getFirst();
        administer(admin -> admin.deleteAcls(List.of(reading.toFilter())).all());
    }

    private void administer(Function<Admin, KafkaFuture<?>> change) {
        try (var operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            change.apply(admin).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void lay(PartySystem operations)
            throws ExecutionException, InterruptedException, RestClientException, IOException {
        try (Admin admin = operations.admin()) {
            admin.createTopics(Stream.concat(Stream.of(OUTBOX), READ.stream())
                            .map(Grounds::topic)
                            .toList())
                    .all()
                    .get();
            admin.createAcls(rights()).all().get();
        }
        register(operations, AlertRoute.class);
        register(operations, ControlDelivery.class);
        register(operations, CoopRequest.class);
        register(operations, Dispatch.class);
        register(operations, Receipt.class);
    }

    /** Makes a schema known, as the control plane would. */
    public static void register(PartySystem operations, Class<? extends SpecificRecord> type)
            throws RestClientException, IOException {
        Schema schema = EventSchemas.of(type);
        operations.registry().register(schema.getFullName(), new AvroSchema(schema));
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1);
    }

    private static List<AclBinding> rights() {
        List<AclBinding> rights = new ArrayList<>();
        for (AclOperation operation : List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE)) {
            rights.add(right("iom", ResourceType.TOPIC, OUTBOX, PatternType.LITERAL, operation));
        }
        READ.forEach(inbox -> rights.addAll(rightsTo(inbox)));
        rights.add(right("iom", ResourceType.GROUP, "iom.", PatternType.PREFIXED, AclOperation.READ));
        rights.add(right("iom", ResourceType.TRANSACTIONAL_ID, "iom.", PatternType.PREFIXED, AclOperation.WRITE));
        return rights;
    }

    private static List<AclBinding> rightsTo(String inbox) {
        return List.of(
                right("iom", ResourceType.TOPIC, inbox, PatternType.LITERAL, AclOperation.READ),
                right("gate", ResourceType.TOPIC, inbox, PatternType.LITERAL, AclOperation.WRITE));
    }

    private static AclBinding right(
            String principal, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    @Override
    public void close() {
        stack.stop();
    }
}
