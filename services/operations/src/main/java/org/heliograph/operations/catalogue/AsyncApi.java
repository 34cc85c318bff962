package org.heliograph.operations.catalogue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the AsyncAPI 3.0 document of one party: the channels that the broker lets it use, the events in them with
 * their schemas, and how to connect. It names no other party. Pure; any thread.
 */
final class AsyncApi {

    static final JsonMapper JSON = new JsonMapper();

    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String RECEIPT = "receipt";
    private static final String DISPATCH = "dispatch";

    private final Policy policy;
    private final Party party;
    private final Endpoints endpoints;
    private final List<Entry> entries;
    private final ObjectNode channels = JSON.createObjectNode();
    private final ObjectNode operations = JSON.createObjectNode();
    private final SortedMap<String, ObjectNode> messages = new TreeMap<>();

    private AsyncApi(Policy policy, Party party, Endpoints endpoints) {
        this.policy = policy;
        this.party = party;
        this.endpoints = endpoints;
        this.entries = Entry.of(policy, party.id());
    }

    /** @throws IllegalStateException if the policy lacks the registered schema of an event, and so lets none pass */
    static ObjectNode document(Policy policy, Party party, Endpoints endpoints) {
        return new AsyncApi(policy, party, endpoints).document();
    }

    private ObjectNode document() {
        for (String family : policy.families(party.id())) {
            receive(
                    Topics.inbox(party.id(), family),
                    "Copies of events for the party. A null value recalls the event with that key.",
                    entry -> entry.isReceived() && entry.event().family().equals(family));
        }
        policy.events().values().stream()
                .filter(EventPolicy::hasPublicTopic)
                .forEach(event -> receive(
                        Topics.publicTopic(event.type()),
                        "What is marked CLEAR, for everybody.",
                        entry -> entry.event().type().equals(event.type())));
        if (policy.senders().contains(party.id())) {
            own();
        }
        ObjectNode document = JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.set("info", info());
        document.put("defaultContentType", "application/avro");
        document.set("servers", servers());
        document.set("channels", channels);
        document.set("operations", operations);
        document.set("components", components());
        return document;
    }

    /** What the party's own service uses, beside what its further systems may read. */
    private void own() {
        plain(DISPATCH, "org.heliograph.events.Dispatch", "An event on its way to the gate, signed and numbered.");
        channel(Topics.outbox(party.id()), "All that the party may write; its own service does.", List.of(DISPATCH));
        operation("send", "send", Topics.outbox(party.id()));
        plain(RECEIPT, "org.heliograph.events.Receipt", "What became of an event that the party sent.");
        channel(Topics.receipts(party.id()), "For the party's own service.", List.of(RECEIPT));
        operation("receive-receipts", "receive", Topics.receipts(party.id()));
    }

    private void receive(String topic, String text, Predicate<Entry> belongs) {
        List<Entry> carried = entries.stream().filter(belongs).toList();
        carried.forEach(entry -> messages.put(entry.event().type(), message(entry)));
        channel(topic, text, carried.stream().map(entry -> entry.event().type()).toList());
        operation("receive-" + topic.replace('.', '-'), "receive", topic);
    }

    private void channel(String topic, String text, List<String> carried) {
        ObjectNode channel = channels.putObject(topic);
        channel.put("address", topic).put("description", text);
        ObjectNode references = channel.putObject("messages");
        carried.forEach(name -> references.putObject(name).put("$ref", "#/components/messages/" + name));
        channel.putObject("bindings")
                .putObject("kafka")
                .put("topic", topic)
                .put("partitions", policy.platform().partitions())
                .put("bindingVersion", "0.5.0");
    }

    private void operation(String name, String action, String topic) {
        ObjectNode operation = operations.putObject(name);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + topic);
        if (action.equals("receive")) {
            operation
                    .putObject("bindings")
                    .putObject("kafka")
                    .set(
                            "groupId",
                            JSON.createObjectNode()
                                    .put("type", "string")
                                    .put("pattern", "^(" + String.join("|", ClientKits.principals(party)) + ")\\..+"));
        }
    }

    private ObjectNode message(Entry entry) {
        EventPolicy event = entry.event();
        ObjectNode message = payload(event.type(), event.schema());
        message.putObject("headers").put("$ref", "#/components/schemas/cloudEvent");
        ObjectNode facts = message.putObject("x-heliograph");
        facts.put("received", entry.how());
        facts.put("mayPublish", entry.mayPublish());
        entry.variants().forEach(kind -> {
            ObjectNode variant = facts.withArray("variants").addObject();
            kind.values().forEach(variant.withArray("values")::add);
            variant.put("received", kind.how()).put("mayPublish", kind.mayPublish());
        });
        entry.grants()
                .forEach(grant -> facts.withArray("grants")
                        .addObject()
                        .put("id", grant.id())
                        .put("purpose", grant.purpose().name())
                        .put("from", grant.from().toString())
                        .put("until", grant.until().toString()));
        facts.put("lane", event.lane().name());
        facts.put("markingFloor", event.floor().name());
        entry.purposes().forEach(purpose -> facts.withArray("purposes").add(purpose.name()));
        facts.put("retention", event.retention().toString());
        facts.put("personalData", event.personalData());
        return message;
    }

    private void plain(String name, String schema, String summary) {
        messages.put(name, payload(name, schema).put("summary", summary));
    }

    private ObjectNode payload(String name, String schema) {
        RegisteredSchema registered = policy.schema(schema)
                .orElseThrow(() -> new IllegalStateException("the policy has no registered schema " + schema));
        ObjectNode message = JSON.createObjectNode();
        message.put("name", name).put("title", schema).put("contentType", "application/avro");
        message.putObject("payload").put("schemaFormat", AVRO).set("schema", JSON.readTree(registered.definition()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string");
        kafka.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("schemaLookupStrategy", "RecordNameStrategy")
                .put("bindingVersion", "0.5.0");
        message.put("x-schema-id", registered.id());
        return message;
    }

    private ObjectNode info() {
        ObjectNode info = JSON.createObjectNode();
        info.put("title", "Heliograph for " + party.name());
        info.put("version", policy.version());
        info.put(
                "description",
                "What %s can exchange over Heliograph under this version of the policy. Read with isolation level"
                                .formatted(party.name())
                        + " read_committed; handle an event whose originator and id you have seen as done.");
        ObjectNode kits = info.putObject("x-heliograph-kits");
        kits.put("description", ClientKits.TEXT);
        ClientKits.commands(party).forEach(kits.putArray("commands")::add);
        info.put("x-heliograph-keys", ClientKits.KEYS);
        return info;
    }

    private ObjectNode servers() {
        ObjectNode server = JSON.createObjectNode();
        server.put("host", endpoints.bootstrapServers()).put("protocol", "kafka");
        server.put("description", "SASL/OAUTHBEARER with an access token of scope broker.");
        server.putArray("security").addObject().put("$ref", "#/components/securitySchemes/token");
        server.putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", endpoints.registry().toString())
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", "0.5.0");
        return JSON.createObjectNode().set("broker", server);
    }

    private ObjectNode components() {
        ObjectNode components = JSON.createObjectNode();
        messages.forEach(components.putObject("messages")::set);
        components.putObject("schemas").set("cloudEvent", headers());
        ObjectNode token = components.putObject("securitySchemes").putObject("token");
        token.put("type", "oauth2");
        token.putObject("flows")
                .putObject("clientCredentials")
                .put("tokenUrl", endpoints.tokens().toString())
                .putObject("availableScopes")
                .put("broker", "to read and write at the broker")
                .put("registry", "to read schemas");
        return components;
    }

    private static ObjectNode headers() {
        ObjectNode headers = JSON.createObjectNode().put("type", "object");
        headers.put("description", "CloudEvents 1.0 in binary mode, set by the gate from the signed envelope.");
        ObjectNode properties = headers.putObject("properties");
        Map<String, String> texts = new TreeMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "the event's id",
                "ce_source", "/heliograph/ and the originator",
                "ce_type", "the event's type",
                "ce_time", "when it happened, as the originator says",
                "ce_subject", "the case",
                "ce_dataschema", "name and fingerprint of the schema",
                "content-type", "application/avro",
                "heliograph-signature", "detached JWS of the originator"));
        texts.forEach(
                (name, text) -> properties.putObject(name).put("type", "string").put("description", text));
        return headers;
    }
}
