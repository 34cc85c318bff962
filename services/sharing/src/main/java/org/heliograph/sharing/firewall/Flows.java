package org.heliograph.sharing.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.sharing.policy.Declassifier;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;

/**
 * What may flow from one place to the next, by the policy. Only what a protection party sends is stopped by a
 * declassifier, which ends the way there; what others make of it afterwards has crossed.
 */
final class Flows {

    private final Policy policy;
    private final SortedSet<String> crossings = new TreeSet<>();

    Flows(Policy policy) {
        this.policy = policy;
    }

    /** The declassifiers that were met. */
    List<String> crossings() {
        return List.copyOf(crossings);
    }

    List<Node> from(Node node) {
        return switch (node) {
            case Node.Principal principal -> sends(principal);
            case Node.Outbox outbox ->
                policy.event(outbox.event())
                        .map(event -> released(outbox, event))
                        .orElseGet(List::of);
            case Node.Inbox inbox -> principals(inbox.party());
            case Node.PublicTopic topic ->
                policy.parties().values().stream()
                        .flatMap(party -> principals(party.id()).stream())
                        .toList();
        };
    }

    /** A further system writes nothing. */
    private List<Node> sends(Node.Principal principal) {
        return !principal.id().equals(principal.party())
                ? List.of()
                : policy.events().values().stream()
                        .filter(event -> event.publishers().contains(principal.party()))
                        .<Node>map(event -> new Node.Outbox(principal.party(), event.type()))
                        .toList();
    }

    private List<Node> released(Node.Outbox outbox, EventPolicy event) {
        List<Node> copies = new ArrayList<>();
        if (event.hasPublicTopic() && !crosses(outbox, Party.PUBLIC)) {
            copies.add(new Node.PublicTopic(event.type()));
        }
        for (Party party : policy.parties().values()) {
            if (party.id().equals(outbox.party())
                    || party.clearance().compareTo(event.floor()) < 0
                    || !party.lanes().contains(event.lane())) {
                continue;
            }
            Optional<String> grant = policy.grants(party.id(), event.type()).stream()
                    .map(Grant::id)
                    .findFirst();
            boolean matrix = event.reception(party.id()).isPresent();
            if ((matrix || grant.isPresent()) && (isWalled(party) || !crosses(outbox, party.id()))) {
                copies.add(new Node.Inbox(party.id(), event.family(), matrix ? Optional.empty() : grant));
            }
        }
        return copies;
    }

    /** Whether a listed declassifier stands between; it has one event, and its schema is the event's. */
    private boolean crosses(Node.Outbox outbox, String to) {
        for (Declassifier declassifier : policy.declassifiers().values()) {
            if (declassifier.event().equals(outbox.event())
                    && declassifier.event().equals(declassifier.kind().event())
                    && declassifier.from().contains(outbox.party())
                    && declassifier.to().contains(to)) {
                crossings.add("%s: %s of %s to %s"
                        .formatted(declassifier.id(), outbox.event(), outbox.party(), declassifier.to()));
                return true;
            }
        }
        return false;
    }

    /** Those that may read its inboxes, each for all parties that it acts for: what one knows, the other does. */
    private List<Node> principals(String reader) {
        SortedSet<String> ids = new TreeSet<>(Set.of(reader));
        Optional.ofNullable(policy.parties().get(reader)).ifPresent(party -> ids.addAll(party.systems()));
        List<Node> principals = new ArrayList<>();
        for (String id : ids) {
            policy.parties().values().stream()
                    .filter(party -> party.id().equals(id) || party.systems().contains(id))
                    .forEach(party -> principals.add(new Node.Principal(party.id(), id)));
        }
        return principals;
    }

    private static boolean isWalled(Party party) {
        return party.kind() == PartyKind.PROTECTION;
    }
}
