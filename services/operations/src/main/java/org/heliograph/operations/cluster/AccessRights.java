package org.heliograph.operations.cluster;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;

/** Every access right that the policy calls for. Nothing is ever denied by a rule: what is not here is denied. */
final class AccessRights {

    private final Set<AclBinding> rights = new HashSet<>();

    private AccessRights() {}

    static Set<AclBinding> of(Policy policy) {
        AccessRights all = new AccessRights();
        Set<String> senders = policy.senders();
        // The gate keeps its own: it refuses what a suspended party left in its outbox, with a receipt.
        policy.parties().values().stream()
                .filter(party -> !policy.isSuspended(party.id()))
                .forEach(party -> all.party(policy, party, senders.contains(party.id())));
        all.gate(policy, policy.platform().principals().gate(), senders);
        all.operations(policy.platform().principals().operations());
        all.auditor(policy.platform().principals().auditor());
        return Set.copyOf(all.rights);
    }

    private void party(Policy policy, Party party, boolean sender) {
        String principal = party.id();
        inboxes(policy, party, principal);
        if (sender) {
            topic(principal, Topics.outbox(party.id()), WRITE);
            // Its relay learns its last number from the end of its outbox.
            topic(principal, Topics.outbox(party.id()), READ);
            topic(principal, Topics.receipts(party.id()), READ);
            transactions(principal);
        }
        // Receipts are for the service that sent the events: further systems send nothing, and learn nothing about who
        // got what.
        party.systems().forEach(system -> inboxes(policy, party, system));
    }

    private void inboxes(Policy policy, Party party, String principal) {
        policy.families(party.id()).forEach(family -> topic(principal, Topics.inbox(party.id(), family), READ));
        policy.publicTopics().forEach(topic -> topic(principal, topic, READ));
        groups(principal);
    }

    private void gate(Policy policy, String principal, Set<String> senders) {
        for (String sender : senders) {
            topic(principal, Topics.outbox(sender), READ);
            topic(principal, Topics.receipts(sender), WRITE);
        }
        for (String party : policy.parties().keySet()) {
            policy.families(party).forEach(family -> topic(principal, Topics.inbox(party, family), WRITE));
        }
        policy.publicTopics().forEach(topic -> topic(principal, topic, WRITE));
        topic(principal, Topics.AUDIT, WRITE);
        topic(principal, Topics.REDELIVERIES, READ);
        topic(principal, Topics.POLICY_HEAD, READ);
        topic(principal, Topics.POLICY_VERSIONS, READ);
        topic(principal, Topics.POLICY_ADOPTED, WRITE);
        groups(principal);
        transactions(principal);
    }

    /**
     * The control plane sees topics and their settings, and how far each group has read; it reads none but those of the
     * policy: operators are blind.
     */
    private void operations(String principal) {
        for (AclOperation operation : Set.of(ALTER, DESCRIBE, CREATE, ALTER_CONFIGS, DESCRIBE_CONFIGS)) {
            allow(principal, CLUSTER, Resource.CLUSTER_NAME, LITERAL, operation);
        }
        for (AclOperation operation : Set.of(DESCRIBE, ALTER_CONFIGS, DESCRIBE_CONFIGS)) {
            allow(principal, TOPIC, ResourcePattern.WILDCARD_RESOURCE, LITERAL, operation);
        }
        allow(principal, GROUP, ResourcePattern.WILDCARD_RESOURCE, LITERAL, DESCRIBE);
        for (String topic : Set.of(Topics.POLICY_HEAD, Topics.POLICY_VERSIONS, Topics.POLICY_CHANGES)) {
            allow(principal, TOPIC, topic, LITERAL, READ);
            allow(principal, TOPIC, topic, LITERAL, WRITE);
        }
        allow(principal, TOPIC, Topics.POLICY_ADOPTED, LITERAL, READ);
        // Pointers to dispatches, which the gate judges: nothing that operations writes there is content, or a copy.
        allow(principal, TOPIC, Topics.REDELIVERIES, LITERAL, WRITE);
        // The policy, its being in force, and who brought it about are written together or not at all.
        transactions(principal);
    }

    private void auditor(String principal) {
        topic(principal, Topics.AUDIT, READ);
        groups(principal);
    }

    private void topic(String principal, String topic, AclOperation operation) {
        allow(principal, TOPIC, topic, LITERAL, operation);
        allow(principal, TOPIC, topic, LITERAL, DESCRIBE);
    }

    private void groups(String principal) {
        prefixed(principal, GROUP, READ);
    }

    private void transactions(String principal) {
        prefixed(principal, TRANSACTIONAL_ID, WRITE);
    }

    /** With the dot: a prefix {@code iom} would match {@code iom-protection}. */
    private void prefixed(String principal, ResourceType type, AclOperation operation) {
        allow(principal, type, principal + ".", PREFIXED, operation);
        allow(principal, type, principal + ".", PREFIXED, DESCRIBE);
    }

    private void allow(String principal, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        rights.add(new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW)));
    }
}
