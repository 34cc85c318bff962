package org.heliograph.standalone.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.StackException;

/**
 * Compares schemas with those that the version in force names. Immutable; any thread.
 *
 * @param policy in force
 */
public record SchemaCheck(Policy policy) {

    /**
     * What one schema does.
     *
     * @param event type of the event
     * @param id of the schema in force
     * @param changed whether it is another than that
     * @param newUnreadByOld where who reads by the schema in force cannot read what is written by the new one
     * @param oldUnreadByNew where who reads by the new one cannot read what was written by the schema in force
     * @param readers principals that may read the event
     * @param topics in which it lies
     */
    public record Finding(
            String event,
            int id,
            boolean changed,
            List<String> newUnreadByOld,
            List<String> oldUnreadByNew,
            SortedSet<String> readers,
            SortedSet<String> topics) {

        public boolean breaks() {
            return !newUnreadByOld.isEmpty() || !oldUnreadByNew.isEmpty();
        }
    }

    /**
     * One finding for each event of these schemas.
     *
     * @param schemas by full name of the record
     * @throws StackException if one of them belongs to no event in force
     */
    public List<Finding> of(SortedMap<String, Schema> schemas) {
        SortedMap<String, EventPolicy> events = new TreeMap<>();
        policy.events().values().forEach(event -> events.put(event.schema(), event));
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Schema> schema : schemas.entrySet()) {
            EventPolicy event = events.get(schema.getKey());
            if (event == null) {
                throw new StackException("no event in force has the schema %s; there are %s"
                        .formatted(schema.getKey(), String.join(", ", events.keySet())));
            }
            findings.add(finding(event, schema.getValue()));
        }
        return findings;
    }

    private Finding finding(EventPolicy event, Schema next) {
        RegisteredSchema registered = policy.schema(event.schema())
                .orElseThrow(
                        () -> new StackException("the policy in force has no registered schema " + event.schema()));
        Schema present = new Schema.Parser().parse(registered.definition());
        return new Finding(
                event.type(),
                registered.id(),
                !present.equals(next),
                problems(present, next),
                problems(next, present),
                readers(event),
                topics(event));
    }

    private static List<String> problems(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(problem -> "%s: %s (%s)".formatted(problem.getLocation(), problem.getType(), problem.getMessage()))
                .toList();
    }

    private SortedSet<String> readers(EventPolicy event) {
        SortedSet<String> readers = new TreeSet<>();
        policy.parties().values().stream()
                .filter(party -> event.hasPublicTopic() || isReceived(event, party.id()))
                .forEach(party -> {
                    readers.add(party.id());
                    readers.addAll(party.systems());
                });
        return readers;
    }

    private SortedSet<String> topics(EventPolicy event) {
        SortedSet<String> topics = new TreeSet<>();
        policy.parties().keySet().stream()
                .filter(party -> isReceived(event, party))
                .forEach(party -> topics.add(Topics.inbox(party, event.family())));
        if (event.hasPublicTopic()) {
            topics.add(Topics.publicTopic(event.type()));
        }
        return topics;
    }

    private boolean isReceived(EventPolicy event, String party) {
        return event.reception(party).isPresent()
                || !policy.grants(party, event.type()).isEmpty();
    }
}
