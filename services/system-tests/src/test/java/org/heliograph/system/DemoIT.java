package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.demo.Demo;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;

/** The demo tells the truth: it fails when the broker allows too much or too little. */
@HeliographStack
class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For what never comes; what does come takes a fraction of it. */
    private static final Duration IMPATIENT = Duration.ofSeconds(30);

    private final Stack stack;
    private final StringWriter told = new StringWriter();

    DemoIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void holdsOnAStackAsItIsDelivered() {
        assertThat(demo()).as(told::toString).isZero();
        assertThat(told.toString()).contains("Not authorized to access topics").doesNotContain("BROKEN");
    }

    @Test
    void failsWhenXbMayReadWhatIsUnodcs() throws Exception {
        AclBinding tooMuch = read("inbox.unodc.cooperation", "xb");
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            admin.createAcls(List.of(tooMuch)).all().get();
            try {
                assertThat(demo()).isEqualTo(1);
                assertThat(told.toString()).contains("BROKEN reading inbox.unodc.cooperation");
            } finally {
                admin.deleteAcls(List.of(tooMuch.toFilter())).all().get();
            }
        }
    }

    @Test
    void failsWhenUnodcMayNotReadItsInbox() throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations");
                Admin admin = operations.admin()) {
            admin.deleteAcls(List.of(read("inbox.unodc.cooperation", "unodc").toFilter()))
                    .all()
                    .get();
            awaitRefusal("unodc", "inbox.unodc.cooperation");
            assertThat(demo(IMPATIENT)).as(told::toString).isEqualTo(1);
            assertThat(told.toString()).contains("the request at UNODC's desk did not come");
        } finally {
            // Starting it again brings the broker back to what the policy says.
            stack.stop(Component.OPERATIONS);
            stack.start(Component.OPERATIONS);
        }

        assertThat(demo()).as(told::toString).isZero();
    }

    /** Also gives fetches that were parked at the broker before the right went the time to end. */
    private void awaitRefusal(String principal, String topic) {
        try (PartySystem system = new PartySystem(stack, principal)) {
            await().atMost(Requests.PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThatExceptionOfType(TopicAuthorizationException.class)
                            .isThrownBy(() -> system.readAll(List.of(topic))));
        }
    }

    private int demo() {
        return demo(PATIENCE);
    }

    private int demo(Duration patience) {
        told.getBuffer().setLength(0);
        try (Demo demo = new Demo(new PrintWriter(told, true), stack, patience)) {
            return demo.run();
        }
    }

    private static AclBinding read(String topic, String principal) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }
}
