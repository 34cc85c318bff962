package org.heliograph.operations.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaAlteration.Op;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** What leads from the actual to the desired quotas; one that the policy does not call for is taken away. */
final class QuotaChanges {

    private QuotaChanges() {}

    static List<ClientQuotaAlteration> between(
            SortedMap<String, SortedMap<String, Double>> desired, Map<ClientQuotaEntity, Map<String, Double>> actual) {
        Map<ClientQuotaEntity, Map<String, Double>> wanted = new HashMap<>();
        desired.forEach((principal, quotas) -> wanted.put(user(principal), quotas));
        Set<ClientQuotaEntity> all = new HashSet<>(wanted.keySet());
        all.addAll(actual.keySet());
        List<ClientQuotaAlteration> changes = new ArrayList<>();
        for (ClientQuotaEntity entity : all) {
            List<Op> operations =
                    operations(wanted.getOrDefault(entity, Map.of()), actual.getOrDefault(entity, Map.of()));
            if (!operations.isEmpty()) {
                changes.add(new ClientQuotaAlteration(entity, operations));
            }
        }
        return changes;
    }

    static ClientQuotaEntity user(String principal) {
        return new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, principal));
    }

    private static List<Op> operations(Map<String, Double> wanted, Map<String, Double> found) {
        List<Op> operations = new ArrayList<>();
        new TreeMap<>(wanted).forEach((name, value) -> {
            if (!value.equals(found.get(name))) {
                operations.add(new Op(name, value));
            }
        });
        found.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> operations.add(new Op(name, null)));
        return operations;
    }
}
