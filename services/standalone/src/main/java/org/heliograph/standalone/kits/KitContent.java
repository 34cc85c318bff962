package org.heliograph.standalone.kits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.KeySets;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is in the kit of one principal beside its programs, by one version of the policy. Holds no secret. Immutable;
 * any thread.
 */
public final class KitContent {

    private static final JsonMapper JSON = new JsonMapper();

    private final Policy policy;
    private final String principal;
    private final Party party;
    private final KitPlaces places;
    private final SortedMap<String, List<EventPolicy>> topics;

    private KitContent(Policy policy, String principal, Party party, KitPlaces places) {
        this.policy = policy;
        this.principal = principal;
        this.party = party;
        this.places = places;
        this.topics = topics(policy, party.id());
    }

    /**
     * The kit of a principal.
     *
     * @throws StackException if no party of the policy has that principal, if the party is suspended and so gets no
     *     token, or if the policy lacks the schema of an event, and so lets none pass
     */
    public static KitContent of(Policy policy, String principal, KitPlaces places) {
        Party party = party(policy, principal);
        if (policy.isSuspended(party.id())) {
            throw new StackException(
                    "%s is suspended, so %s gets no token and can read nothing".formatted(party.id(), principal));
        }
        return new KitContent(policy, principal, party, places);
    }

    /**
     * The party whose inboxes a principal reads.
     *
     * @throws StackException if there is none
     */
    public static Party party(Policy policy, String principal) {
        return policy.parties().values().stream()
                .filter(party -> party.id().equals(principal) || party.systems().contains(principal))
                .findFirst()
                .orElseThrow(() ->
                        new StackException("no principal '%s' of a party in the policy in force; there are %s"
                                .formatted(principal, String.join(", ", principals(policy)))));
    }

    private static SortedSet<String> principals(Policy policy) {
        SortedSet<String> principals = new TreeSet<>(policy.parties().keySet());
        policy.parties().values().forEach(party -> principals.addAll(party.systems()));
        return principals;
    }

    private static SortedMap<String, List<EventPolicy>> topics(Policy policy, String party) {
        SortedMap<String, List<EventPolicy>> topics = new TreeMap<>();
        for (EventPolicy event : policy.events().values()) {
            if (event.reception(party).isPresent()
                    || !policy.grants(party, event.type()).isEmpty()) {
                topics.computeIfAbsent(Topics.inbox(party, event.family()), first -> new ArrayList<>())
                        .add(event);
            }
            if (event.hasPublicTopic()) {
                topics.put(Topics.publicTopic(event.type()), List.of(event));
            }
        }
        return topics;
    }

    /**
     * What the principal may read, but for receipts: they tell the party's own service what became of what it sent,
     * carry no signature, and come by REST too.
     */
    public SortedMap<String, List<EventPolicy>> topics() {
        return topics;
    }

    List<Submission> submissions() {
        return places.service().isPresent() && cannotPublish().isEmpty()
                ? Submission.of(policy, party.id())
                : List.of();
    }

    /** Why the principal publishes nothing through the service, if it cannot. */
    Optional<String> cannotPublish() {
        if (!principal.equals(party.id())) {
            return Optional.of("%s only reads; what %s publishes goes through its service, with the credentials of %s"
                    .formatted(principal, party.id(), party.id()));
        }
        return places.service().isPresent()
                ? Optional.empty()
                : Optional.of("%s has no service in this installation to publish through".formatted(party.id()));
    }

    /** Files by their names in the kit. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("kit.json", text(settings()));
        files.put("keys.json", text(JSON.valueToTree(KeySets.neededBy(policy, party.id()))));
        schemas().forEach(schema -> files.put(file(schema), text(JSON.readTree(schema.definition()))));
        return files;
    }

    private ObjectNode settings() {
        ObjectNode kit = JSON.createObjectNode();
        kit.put("principal", principal);
        kit.put("party", party.id());
        kit.put("policyVersion", policy.version());
        kit.put("brokers", places.brokers());
        kit.put("tokenEndpoint", places.tokens().toString());
        kit.put("registry", places.registry().toString());
        // Further systems of a party have no token for operations.
        kit.put("keysEndpoint", principal.equals(party.id()) ? places.operations() + "/api/keys/mine" : null);
        kit.put("service", places.service().map(Object::toString).orElse(null));
        kit.put("cannotPublish", cannotPublish().orElse(null));
        kit.put("secretFile", places.secret().toString());
        ArrayNode read = kit.putArray("topics");
        topics.keySet().forEach(read::add);
        ArrayNode schemas = kit.putArray("schemas");
        schemas()
                .forEach(schema -> schemas.addObject()
                        .put("id", schema.id())
                        .put("name", schema.name())
                        .put("file", file(schema)));
        kit.put("denied", denied());
        return kit;
    }

    private String denied() {
        return ("Ask the operators of Heliograph, and name: the principal, the topic, the event, the purpose, the case,"
                        + " the legal basis, and from when until when. What the access matrix does not give, a grant"
                        + " can, for at most 366 days. If it could be read before, the policy has changed:"
                        + " %s/api/policy/changes/mine tells %s what and when. Why it is so: ./heliograph policy"
                        + " explain %s EVENT")
                .formatted(places.operations(), party.id(), party.id());
    }

    /** All that the policy names of what the topics carry; the programs ask the registry for any other. */
    private List<RegisteredSchema> schemas() {
        List<String> names = topics.values().stream()
                .flatMap(List::stream)
                .map(EventPolicy::schema)
                .distinct()
                .toList();
        names.stream().filter(name -> policy.schema(name).isEmpty()).forEach(name -> {
            throw new StackException("the policy in force has no registered schema " + name);
        });
        return policy.schemas().values().stream()
                .filter(schema -> names.contains(schema.name()))
                .sorted(Comparator.comparing(RegisteredSchema::id))
                .toList();
    }

    private static String file(RegisteredSchema schema) {
        String name = schema.name().substring(schema.name().lastIndexOf('.') + 1);
        return "schemas/%s-%d.avsc".formatted(name, schema.id());
    }

    /** What the README says in the place of {@code {{name}}}. */
    SortedMap<String, String> words() {
        SortedMap<String, String> words = new TreeMap<>();
        words.put("principal", principal);
        words.put("party", party.name());
        words.put("version", policy.version().substring(0, 12));
        words.put("secretFile", places.secret().toString());
        words.put(
                "topics",
                lines(topics.entrySet().stream()
                        .map(topic -> "| `%s` | %s |".formatted(topic.getKey(), types(topic.getValue())))));
        words.put("keys", keys());
        words.put("publishing", publishing());
        return words;
    }

    private static String types(List<EventPolicy> events) {
        return String.join(
                ", ", events.stream().map(event -> "`" + event.type() + "`").toList());
    }

    private String keys() {
        return principal.equals(party.id())
                ? "New ones are asked of operations at the start, and when an event is signed with one that is unknown."
                : ("%s may not ask operations. When a party changes its keys, put the answer that %s gets at"
                                + " %s/api/keys/mine in the place of `keys.json`; it is read again when a key is not"
                                + " known.")
                        .formatted(principal, party.id(), places.operations());
    }

    private String publishing() {
        Optional<String> not = cannotPublish();
        if (not.isPresent()) {
            return not.get() + ".";
        }
        List<Submission> submissions = submissions();
        String all = "All calls of the service: %s/swagger-ui/index.html"
                .formatted(places.service().orElseThrow());
        if (submissions.isEmpty()) {
            return "Of what there are examples for, %s publishes nothing. %s".formatted(party.id(), all);
        }
        return lines(Stream.concat(
                        Stream.of("| Event | Call | Example |", "|---|---|---|"),
                        submissions.stream()
                                .map(submission -> "| `%s` | `%s` | [%s](%s) |"
                                        .formatted(
                                                submission.event(),
                                                submission.path(),
                                                submission.example(),
                                                submission.example()))))
                + "\n\n" + all;
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", lines.toList());
    }

    private static String text(Object tree) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }
}
