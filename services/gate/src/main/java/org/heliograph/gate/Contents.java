package org.heliograph.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Position;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;

/**
 * What is judged of an event beside its envelope: positions wherever they stand, and a few plain fields at its top.
 *
 * @param body the event, decoded by the schema that it was written with
 */
record Contents(String schemaName, List<Position> positions, GenericRecord body) {

    static Contents of(Schema schema, GenericRecord body) {
        return new Contents(schema.getFullName(), Positions.in(body), body);
    }

    Offer offer(Policy policy, String owner, Envelope envelope, Distribution distribution) {
        List<String> names = new ArrayList<>(Offer.JUDGED);
        policy.event(envelope.getEventType())
                .map(EventPolicy::variants)
                .ifPresent(variants -> names.add(variants.field()));
        SortedMap<String, String> fields = new TreeMap<>();
        for (String name : names) {
            Schema.Field field = body.getSchema().getField(name);
            Object value = field == null ? null : body.get(field.pos());
            if (value != null) {
                fields.put(name, text(value));
            }
        }
        return new Offer(owner, schemaName, envelope, distribution, positions, fields);
    }

    /** Of what is no plain value it matters only that it is there. */
    private static String text(Object value) {
        return switch (value) {
            case CharSequence text -> text.toString();
            case GenericEnumSymbol<?> symbol -> symbol.toString();
            case Number number -> number.toString();
            case Boolean is -> is.toString();
            default -> "";
        };
    }

    /** Without what the event says. */
    @Override
    public String toString() {
        return "Contents[" + schemaName + "]";
    }
}
