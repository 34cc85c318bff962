package org.heliograph.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.SuperUser;

/**
 * The same broker as on its own: a super user on the internal listener, for whom no token is checked and no right is
 * looked up, and topics that no policy knows.
 */
final class Bare {

    /** Where the steps of publishing write. */
    static final String PUBLISH = "bench.publish";

    static final String SOURCE = "bench.source";

    private final Stack stack;

    Bare(Stack stack) {
        this.stack = stack;
    }

    static String copy(int number) {
        return "bench.copy-" + number;
    }

    Map<String, Object> login() {
        return SuperUser.login(stack);
    }

    Admin admin() {
        return Admin.create(login());
    }

    /** Makes the topics, and lets one principal write where the steps of publishing do. */
    void prepare(String principal, int partitions, int copies) {
        try (Admin admin = admin()) {
            List<NewTopic> topics = Stream.concat(
                            Stream.of(PUBLISH, SOURCE),
                            Stream.iterate(1, number -> number <= copies, number -> number + 1)
                                    .map(Bare::copy))
                    .map(name -> new NewTopic(name, partitions, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
            var topic = new ResourcePattern(ResourceType.TOPIC, PUBLISH, PatternType.LITERAL);
            admin.createAcls(Stream.of(AclOperation.WRITE, AclOperation.DESCRIBE)
                            .map(operation -> new AclBinding(
                                    topic,
                                    new AccessControlEntry(
                                            "User:" + principal, "*", operation, AclPermissionType.ALLOW)))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
