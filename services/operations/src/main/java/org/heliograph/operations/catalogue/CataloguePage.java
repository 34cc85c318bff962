package org.heliograph.operations.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Topics;

/**
 * What the readable page of a party's catalogue shows.
 *
 * @param version of the policy
 */
record CataloguePage(Party party, String version, Endpoints endpoints, List<Line> events) {

    /**
     * One event.
     *
     * @param topics from which the party can read it
     * @param fields by name, with type and meaning
     */
    record Line(Entry entry, List<String> topics, SequencedMap<String, Field> fields) {}

    /** @param text what the schema says of it; empty if nothing */
    record Field(String type, String text) {}

    /** What writes the kit of each system of the party. */
    public List<String> kits() {
        return ClientKits.commands(party);
    }

    static CataloguePage of(Policy policy, Party party, Endpoints endpoints) {
        return new CataloguePage(
                party,
                policy.version(),
                endpoints,
                Entry.of(policy, party.id()).stream()
                        .map(entry -> line(policy, party, entry))
                        .toList());
    }

    private static Line line(Policy policy, Party party, Entry entry) {
        String schema = policy.schema(entry.event().schema()).orElseThrow().definition();
        return new Line(entry, topics(party, entry), fields(new Schema.Parser().parse(schema)));
    }

    private static List<String> topics(Party party, Entry entry) {
        String type = entry.event().type();
        String inbox = Topics.inbox(party.id(), entry.event().family());
        if (!entry.event().hasPublicTopic()) {
            return entry.isReceived() ? List.of(inbox) : List.of();
        }
        return entry.isReceived() ? List.of(inbox, Topics.publicTopic(type)) : List.of(Topics.publicTopic(type));
    }

    private static SequencedMap<String, Field> fields(Schema record) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        record.getFields()
                .forEach(field -> fields.put(
                        field.name(), new Field(type(field.schema()), field.doc() == null ? "" : field.doc())));
        return fields;
    }

    /** As people write it: {@code string, or null}, {@code list of Place}, {@code one of CLEAR, GREEN}. */
    static String type(Schema schema) {
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().getName();
        }
        return switch (schema.getType()) {
            case UNION -> union(schema);
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of text to " + type(schema.getValueType());
            case ENUM -> "one of " + String.join(", ", schema.getEnumSymbols());
            case RECORD -> schema.getName();
            default -> schema.getType().getName();
        };
    }

    private static String union(Schema schema) {
        String types = schema.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .map(CataloguePage::type)
                .collect(Collectors.joining(" or "));
        return schema.isNullable() ? types + ", or null" : types;
    }
}
