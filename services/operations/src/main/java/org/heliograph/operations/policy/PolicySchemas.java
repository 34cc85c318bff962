package org.heliograph.operations.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Policy;

/**
 * The schemas that a policy needs, from the records of this build: one for each event, and those of the spine itself.
 */
final class PolicySchemas {

    private static final List<Class<? extends SpecificRecord>> SPINE =
            List.of(Dispatch.class, Receipt.class, AuditDecision.class, Redelivery.class);

    private PolicySchemas() {}

    /**
     * Schemas by subject, which is the full name of the record.
     *
     * @throws InvalidPolicyException with each event whose schema this build does not have
     */
    static SortedMap<String, Schema> of(Policy policy) {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        SPINE.stream().map(EventSchemas::of).forEach(schema -> schemas.put(schema.getFullName(), schema));
        List<String> errors = new ArrayList<>();
        for (Map.Entry<String, EventPolicy> event : policy.events().entrySet()) {
            String name = event.getValue().schema();
            try {
                schemas.put(name, EventSchemas.of(Class.forName(name).asSubclass(SpecificRecord.class)));
            } catch (ClassNotFoundException | ClassCastException e) {
                errors.add("events.yaml: %s.schema: found %s, expected the full name of a generated event record"
                        .formatted(event.getKey(), name));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidPolicyException(errors);
        }
        return schemas;
    }
}
