package org.heliograph.operations.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.Purpose;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Terms;
import org.heliograph.sharing.policy.Topics;

/**
 * What one party may do with one event, and why.
 *
 * @param role column of the matrix that the party stands in
 * @param letters its cells of the matrix: by event, or variant of it
 * @param because what the policy says, in words, one reason a line
 * @param brokerRights what the live broker lets the party do with the topics of this event
 */
public record AccessExplanation(
        String version,
        String party,
        String event,
        String role,
        SortedMap<String, String> letters,
        boolean mayPublish,
        boolean mayReceive,
        List<String> because,
        List<String> brokerRights) {

    /** Topics by which the event reaches the party, or leaves it. */
    static Set<String> topics(Policy policy, String party, String event) {
        EventPolicy said = policy.events().get(event);
        return said == null
                ? Set.of()
                : Set.of(Topics.outbox(party), Topics.inbox(party, said.family()), Topics.publicTopic(event));
    }

    static AccessExplanation of(Policy policy, Party party, EventPolicy event, List<String> rights) {
        List<String> because = new ArrayList<>();
        boolean suspended = policy.isSuspended(party.id());
        boolean publishes = event.publishers().contains(party.id());
        boolean receives = false;
        if (suspended) {
            because.add(
                    party.suspended()
                            ? "is suspended: sends and receives nothing, whatever else is said here"
                            : "its authority %s is suspended, and it with it: sends and receives nothing"
                                    .formatted(party.authority()));
        }
        for (Map.Entry<String, Terms> one : event.termsByTitle().entrySet()) {
            if (one.getValue().publishers().contains(party.id())) {
                because.add("publishes %s through %s".formatted(one.getKey(), Topics.outbox(party.id())));
            }
            receives |= receives(one.getKey(), one.getValue(), event, party, because);
        }
        if (!publishes) {
            because.add("not among the publishers of " + event.type());
        }
        if (event.reception(party.id()).isEmpty()) {
            because.add("not among the receivers of " + event.type());
        } else {
            bounds(event, party, because);
        }
        policy.grants(party.id(), event.type()).forEach(grant -> because.add(words(grant)));
        if (event.hasPublicTopic()) {
            because.add("what is CLEAR is read by all from " + Topics.publicTopic(event.type()));
        }
        return new AccessExplanation(
                policy.version(),
                party.id(),
                event.type(),
                party.role(),
                letters(policy, party, event),
                publishes && !suspended,
                receives && !suspended,
                because,
                rights);
    }

    private static SortedMap<String, String> letters(Policy policy, Party party, EventPolicy event) {
        SortedMap<String, String> letters = new TreeMap<>();
        policy.matrix().rows().stream()
                .filter(row -> row.event().equals(event.type()))
                .forEach(row -> letters.put(row.title(), AccessMatrix.letters(row, party.id())));
        return letters;
    }

    private static boolean receives(String title, Terms terms, EventPolicy event, Party party, List<String> because) {
        Optional<Reception> reception = terms.reception(party.id());
        if (reception.isEmpty()) {
            return false;
        }
        Set<Purpose> common = EnumSet.noneOf(Purpose.class);
        common.addAll(terms.purposes());
        common.retainAll(party.purposes());
        String how = reception.get() == Reception.COMMUNITY
                ? "receives %s unnamed while it is GREEN and names nobody, otherwise when named"
                : "receives %s when named only";
        because.add(how.formatted(title)
                + (common.isEmpty() ? ", but none of the event's purposes is its own" : ", for " + common));
        return !common.isEmpty()
                && party.clearance().compareTo(event.floor()) >= 0
                && party.lanes().contains(event.lane());
    }

    private static void bounds(EventPolicy event, Party party, List<String> because) {
        if (!party.authority().equals(party.id())) {
            because.add("is also reached, up to AMBER, where its authority %s is named".formatted(party.authority()));
        }
        because.add("cleared up to %s; the event is %s or stricter".formatted(party.clearance(), event.floor()));
        because.add("%s lane %s".formatted(party.lanes().contains(event.lane()) ? "in" : "not in", event.lane()));
    }

    private static String words(Grant grant) {
        return "by the grant %s, when named, for %s, case %s, from %s until %s%s"
                .formatted(
                        grant.id(),
                        grant.purpose(),
                        grant.caseReference(),
                        grant.from(),
                        grant.until(),
                        grant.approvedBy().isPresent() ? "" : ", below AMBER only");
    }
}
