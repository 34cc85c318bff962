package org.heliograph.standalone.sandbox;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.sharing.policy.Platform;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/**
 * The broker of a sandbox: a process of its own, on free ports, with the topics and rights of one principal and nobody
 * else's. What runs beside it is another broker, which it never meets. One thread.
 */
final class Stand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Stack stack;
    private final Platform.Principals principals;
    private Optional<Admin> admin = Optional.empty();
    private Optional<PlayedGate> gate = Optional.empty();

    Stand(Stack stack) {
        this.stack = stack;
        this.principals = stack.roster().platform();
    }

    Stack stack() {
        return stack;
    }

    /** Makes topics and rights; to be called once the broker runs and its clients get tokens. */
    void prepare(String principal, Collection<String> topics, int partitions) {
        Admin client = Admin.create(stack.brokerClients(principals.operations()).admin());
        admin = Optional.of(client);
        answer(client.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, partitions, (short) 1))
                        .toList())
                .all());
        List<AclBinding> rights = rights(principal, topics);
        answer(client.createAcls(rights).all());
        // A producer that is denied once is denied for good.
        await(() -> answer(client.describeAcls(AclBindingFilter.ANY).values()).containsAll(rights));
        await(() -> answer(client.listTopics().names()).containsAll(topics));
        gate = Optional.of(new PlayedGate(stack.brokerClients(principals.gate())));
    }

    private List<AclBinding> rights(String principal, Collection<String> topics) {
        List<AclBinding> rights = new ArrayList<>();
        for (String topic : topics) {
            ResourcePattern resource = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
            allow(rights, principal, resource, READ, DESCRIBE);
            allow(rights, principals.gate(), resource, WRITE, DESCRIBE);
        }
        ResourcePattern groups = new ResourcePattern(ResourceType.GROUP, principal + ".", PatternType.PREFIXED);
        allow(rights, principal, groups, READ);
        // To see what it commits, and to make the broker forget its members.
        allow(rights, principals.operations(), groups, READ, DESCRIBE);
        allow(
                rights,
                principals.gate(),
                new ResourcePattern(ResourceType.TRANSACTIONAL_ID, principals.gate() + ".", PatternType.PREFIXED),
                WRITE,
                DESCRIBE);
        return rights;
    }

    private static void allow(
            List<AclBinding> rights, String principal, ResourcePattern resource, AclOperation... operations) {
        for (AclOperation operation : operations) {
            rights.add(new AclBinding(
                    resource, new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW)));
        }
    }

    List<Played> write(List<Author.Draft> drafts) {
        return gate.orElseThrow(() -> new IllegalStateException("the stand is not prepared"))
                .write(drafts);
    }

    ClientGroup group(String name) {
        return new ClientGroup(admin.orElseThrow(() -> new IllegalStateException("the stand is not prepared")), name);
    }

    /** The broker keeps its connections and answers nobody. */
    void silence() {
        stack.pause(Component.BROKER);
    }

    /** It answers again; returns once it does. */
    void speak() {
        stack.resume(Component.BROKER);
        Admin client = admin.orElseThrow(() -> new IllegalStateException("the stand is not prepared"));
        await(() -> answer(client.describeCluster().nodes()).size() == 1);
    }

    private interface Question {
        boolean isTrue();
    }

    /** What the broker cannot answer yet is asked again. */
    private static void await(Question question) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                if (question.isTrue()) {
                    return;
                }
            } catch (StackException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
            if (System.nanoTime() > until) {
                throw new StackException("the broker of the sandbox is not ready after %d s; see its log"
                        .formatted(PATIENCE.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for the broker of the sandbox", e);
        }
    }

    /** @throws StackException if the broker refuses */
    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new StackException("the broker of the sandbox refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while asking the broker of the sandbox", e);
        }
    }

    @Override
    public void close() {
        gate.ifPresent(PlayedGate::close);
        admin.ifPresent(Admin::close);
        stack.close();
    }
}
