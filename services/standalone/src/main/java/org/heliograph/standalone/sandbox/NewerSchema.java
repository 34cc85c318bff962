package org.heliograph.standalone.sandbox;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema as its next version might be: with one more field that may be unknown. The field comes right after the
 * envelope, so that whoever reads by the version before reads nonsense.
 */
final class NewerSchema {

    static final String FIELD = "sandboxRemark";

    private static final JsonMapper JSON = new JsonMapper();

    private NewerSchema() {}

    static Schema of(Schema schema) {
        ObjectNode definition = (ObjectNode) JSON.readTree(schema.toString());
        ObjectNode field = JSON.createObjectNode().put("name", FIELD);
        field.putArray("type").add("null").add("string");
        field.putNull("default");
        ArrayNode fields = JSON.createArrayNode();
        for (JsonNode known : definition.path("fields")) {
            fields.add(known);
            if (fields.size() == 1) {
                fields.add(field);
            }
        }
        definition.set("fields", fields);
        return new Schema.Parser().parse(definition.toString());
    }
}
