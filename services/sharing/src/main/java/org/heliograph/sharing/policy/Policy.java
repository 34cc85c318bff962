package org.heliograph.sharing.policy;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that is allowed, immutable and safe to share between threads. Two policies with the same content have the same
 * version.
 *
 * @param version lower-case hex SHA-256 of the content
 * @param parties by id
 * @param events by type
 * @param grants time-boxed exceptions, by id
 * @param declassifiers listed crossings of the protection firewall, by id
 * @param auditAccess letters by role on the audit of decisions
 * @param schemas that may be used, by registry id; empty until the control plane has registered them, and then nothing
 *     passes
 * @param signingKeys public keys of all parties
 */
public record Policy(
        String version,
        Platform platform,
        SortedMap<String, Party> parties,
        SortedMap<String, EventPolicy> events,
        SortedMap<String, Grant> grants,
        SortedMap<String, Declassifier> declassifiers,
        SortedMap<String, Access> auditAccess,
        SortedMap<Integer, RegisteredSchema> schemas,
        List<SigningKey> signingKeys) {

    public Policy {
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
        grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
        declassifiers = Collections.unmodifiableSortedMap(new TreeMap<>(declassifiers));
        auditAccess = Collections.unmodifiableSortedMap(new TreeMap<>(auditAccess));
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
        signingKeys = signingKeys.stream()
                .sorted(Comparator.comparing(SigningKey::party).thenComparing(SigningKey::kid))
                .toList();
    }

    /** This policy with what the control plane knows only once it runs: registry ids and public keys. */
    public Policy with(Map<Integer, RegisteredSchema> registered, List<SigningKey> keys) {
        return PolicyJson.seal(new Policy(
                "", platform, parties, events, grants, declassifiers, auditAccess, new TreeMap<>(registered), keys));
    }

    public Optional<EventPolicy> event(String type) {
        return Optional.ofNullable(events.get(type));
    }

    public Optional<RegisteredSchema> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    /** The registered schema of that record name, for writing. */
    public Optional<RegisteredSchema> schema(String name) {
        return schemas.values().stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst();
    }

    /** Parties that have an outbox: all but clients, and those clients that may send an event. */
    public SortedSet<String> senders() {
        SortedSet<String> senders = new TreeSet<>();
        events.values().forEach(event -> senders.addAll(event.publishers()));
        parties.values().stream()
                .filter(party -> party.kind() != PartyKind.CLIENT)
                .forEach(party -> senders.add(party.id()));
        return senders;
    }

    /** Names of the topics that everybody may read: one for each event that may be CLEAR. */
    public SortedSet<String> publicTopics() {
        SortedSet<String> topics = new TreeSet<>();
        events.values().stream()
                .filter(EventPolicy::hasPublicTopic)
                .forEach(event -> topics.add(Topics.publicTopic(event.type())));
        return topics;
    }

    /**
     * Families whose topics the party needs: those of all events that it may receive, by a grant too, whether it is in
     * force or not. Receipts are not among them.
     */
    public SortedSet<String> families(String party) {
        SortedSet<String> families = new TreeSet<>();
        events.values().stream()
                .filter(event -> event.reception(party).isPresent()
                        || !grants(party, event.type()).isEmpty())
                .forEach(event -> families.add(event.family()));
        return families;
    }

    /**
     * Ids of the parties of which events can reach the party: those that publish what it may receive, by a grant too,
     * whether it is in force or not, or what has a public topic. Who is not among them can send it nothing.
     */
    public SortedSet<String> originators(String party) {
        SortedSet<String> originators = new TreeSet<>();
        events.values().stream()
                .filter(event -> event.hasPublicTopic()
                        || event.reception(party).isPresent()
                        || !grants(party, event.type()).isEmpty())
                .forEach(event -> originators.addAll(event.publishers()));
        return originators;
    }

    /** Whether the party, or the authority that it belongs to, is suspended: then it sends and receives nothing. */
    public boolean isSuspended(String party) {
        Party known = parties.get(party);
        if (known == null) {
            return false;
        }
        Party authority = parties.get(known.authority());
        return known.suspended() || (authority != null && authority.suspended());
    }

    /** Ids of all that are suspended, offices and clients of a suspended authority too. */
    public SortedSet<String> suspendedParties() {
        SortedSet<String> suspended = new TreeSet<>(parties.keySet());
        suspended.removeIf(party -> !isSuspended(party));
        return suspended;
    }

    /** The party's grants for an event, in force or not. */
    public List<Grant> grants(String party, String eventType) {
        return grants.values().stream()
                .filter(grant -> grant.party().equals(party) && grant.event().equals(eventType))
                .toList();
    }

    /** Who may send and receive what, as it comes out of roles, parties and events. */
    public Matrix matrix() {
        return Matrix.of(this);
    }
}
