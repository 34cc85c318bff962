package org.heliograph.operations.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.events.Purpose;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Topics;

/**
 * What one party may do with one event, and why.
 *
 * @param letters as in the matrix
 * @param because what the policy says, in words, one reason a line
 * @param brokerRights what the live broker lets the party do with the topics of this event
 */
public record AccessExplanation(
        String version,
        String party,
        String event,
        String letters,
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
        boolean publishes = event.publishers().contains(party.id());
        List<String> because = new ArrayList<>();
        because.add(
                publishes
                        ? "publisher of " + event.type() + ", through " + Topics.outbox(party.id())
                        : "not among the publishers of " + event.type());
        boolean receives = receives(event, party, because);
        if (event.hasPublicTopic()) {
            because.add("what is CLEAR is read by all from " + Topics.publicTopic(event.type()));
        }
        String letters = AccessMatrix.letters(event, party.id());
        return new AccessExplanation(
                policy.version(), party.id(), event.type(), letters, publishes, receives, because, rights);
    }

    private static boolean receives(EventPolicy event, Party party, List<String> because) {
        var reception = event.reception(party.id());
        if (reception.isEmpty()) {
            because.add("not among the receivers of " + event.type());
            return false;
        }
        because.add(
                reception.get() == Reception.COMMUNITY
                        ? "receives it unnamed while it is GREEN and names nobody, otherwise when named"
                        : "receives it when named only");
        if (!party.authority().equals(party.id())) {
            because.add("is also reached, up to AMBER, where its authority %s is named".formatted(party.authority()));
        }
        boolean cleared = party.clearance().compareTo(event.floor()) >= 0;
        because.add("cleared up to %s; the event is %s or stricter".formatted(party.clearance(), event.floor()));
        boolean lane = party.lanes().contains(event.lane());
        because.add("%s lane %s".formatted(lane ? "in" : "not in", event.lane()));
        Set<Purpose> common = EnumSet.noneOf(Purpose.class);
        common.addAll(event.purposes());
        common.retainAll(party.purposes());
        because.add(common.isEmpty() ? "none of the event's purposes is its own" : "for " + common);
        return cleared && lane && !common.isEmpty();
    }
}
