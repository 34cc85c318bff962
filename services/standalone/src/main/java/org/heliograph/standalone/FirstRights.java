package org.heliograph.standalone;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.sharing.policy.Topics;

/** What the control plane must hold before it can grant anything: the only rights not derived from the policy. */
record FirstRights(String principal) {

    void grant(Admin admin) {
        List<AclBinding> rights = new ArrayList<>();
        for (AclOperation operation : List.of(ALTER, DESCRIBE, CREATE, ALTER_CONFIGS, DESCRIBE_CONFIGS)) {
            rights.add(binding(ResourceType.CLUSTER, Resource.CLUSTER_NAME, operation));
        }
        for (AclOperation operation : List.of(DESCRIBE, ALTER_CONFIGS, DESCRIBE_CONFIGS)) {
            rights.add(binding(ResourceType.TOPIC, ResourcePattern.WILDCARD_RESOURCE, operation));
        }
        for (String topic : List.of(Topics.POLICY_HEAD, Topics.POLICY_VERSIONS, Topics.POLICY_CHANGES)) {
            rights.add(binding(ResourceType.TOPIC, topic, READ));
            rights.add(binding(ResourceType.TOPIC, topic, WRITE));
        }
        rights.add(binding(ResourceType.TOPIC, Topics.POLICY_ADOPTED, READ));
        for (AclOperation operation : List.of(WRITE, DESCRIBE)) {
            rights.add(binding(
                    new ResourcePattern(ResourceType.TRANSACTIONAL_ID, principal + ".", PatternType.PREFIXED),
                    operation));
        }
        try {
            admin.createAcls(rights).all().get();
        } catch (ExecutionException e) {
            throw new StackException("broker: refuses the first rights: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while granting the first rights", e);
        }
    }

    private AclBinding binding(ResourceType type, String name, AclOperation operation) {
        return binding(new ResourcePattern(type, name, PatternType.LITERAL), operation);
    }

    private AclBinding binding(ResourcePattern resource, AclOperation operation) {
        return new AclBinding(
                resource, new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }
}
