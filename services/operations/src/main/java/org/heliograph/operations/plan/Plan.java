package org.heliograph.operations.plan;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.operations.cluster.ClusterSteps;
import org.heliograph.operations.cluster.DesiredState;
import org.heliograph.sharing.policy.Policy;

/**
 * What applying a policy would do.
 *
 * @param id of exactly this change of exactly this base: 12 hex digits
 * @param base version in force when it was made
 * @param changes in the terms of the files
 * @param access what each party gains and loses
 * @param cluster what it does to the broker
 * @param subjects schemas that would be registered
 * @param widens whether anybody can do more afterwards, so that a second operator has to approve
 */
public record Plan(
        String id,
        String base,
        List<Change> changes,
        List<PartyAccess> access,
        ClusterSteps cluster,
        List<String> subjects,
        boolean widens) {

    private static final int ID_LENGTH = 12;

    public Plan {
        changes = List.copyOf(changes);
        access = List.copyOf(access);
        subjects = List.copyOf(subjects);
    }

    /**
     * Compares two policies, and asks nobody.
     *
     * @param next with its schemas and keys; a schema that is not registered yet has a number below zero
     */
    public static Plan between(Policy base, Policy next, ClusterProperties cluster) {
        List<Change> changes = PolicyDifference.between(base, next);
        List<PartyAccess> access = AccessDifference.between(base, next, changes);
        return new Plan(
                id(base, next, changes),
                base.version(),
                changes,
                access,
                ClusterSteps.between(DesiredState.of(base, cluster), DesiredState.of(next, cluster)),
                next.schemas().values().stream()
                        .filter(schema -> schema.id() < 0)
                        .map(schema -> schema.name())
                        .sorted()
                        .toList(),
                access.stream().anyMatch(party -> !party.widened().isEmpty()));
    }

    /** Without the registry's numbers, which nobody knows before the registration. */
    private static String id(Policy base, Policy next, List<Change> changes) {
        SortedSet<String> schemas = new TreeSet<>();
        next.schemas().values().forEach(schema -> schemas.add(schema.name() + ":" + schema.fingerprint()));
        String content = next.with(Map.of(), next.signingKeys()).version();
        return Hashes.sha256(String.join("\n", base.version(), content, schemas.toString(), changes.toString()))
                .substring(0, ID_LENGTH);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
