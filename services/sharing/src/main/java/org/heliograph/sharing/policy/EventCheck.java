package org.heliograph.sharing.policy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventsFile.Cell;
import org.heliograph.sharing.policy.EventsFile.EventEntry;
import org.heliograph.sharing.policy.EventsFile.TermsEntry;

/** Checks events, and turns letters by role into publishers and receivers by party. */
final class EventCheck {

    private final EventsFile file;
    private final SortedMap<String, Party> parties;
    private final LetterCheck letters;
    private final SortedMap<String, EventPolicy> events = new TreeMap<>();

    private EventCheck(EventsFile file, SortedMap<String, Party> parties, LetterCheck letters) {
        this.file = file;
        this.parties = parties;
        this.letters = letters;
    }

    static SortedMap<String, EventPolicy> events(
            EventsFile file, SortedMap<String, Party> parties, LetterCheck letters) {
        EventCheck check = new EventCheck(file, parties, letters);
        file.events().forEach(check::event);
        check.betweenEvents();
        file.events().forEach(check::answers);
        letters.checkAudit();
        return check.events;
    }

    private void event(String type, EventEntry event) {
        Located at = event.at();
        if (event.defaultMarking().compareTo(event.floor()) < 0) {
            at.error("default", event.defaultMarking(), "the floor %s or stricter".formatted(event.floor()));
        }
        if (event.floor() == Tlp.CLEAR && event.personalData()) {
            at.error("floor", event.floor(), "GREEN or stricter, as the event may carry personal data");
        }
        if (Topics.RECEIPTS.equals(event.family())) {
            at.error("family", event.family(), "another name: receipts are the gate's");
        }
        if (!event.family().matches("[a-z][a-z0-9-]*")) {
            at.error("family", event.family(), "lower-case letters, digits and '-', starting with a letter");
        }
        event.terms().ifPresent(terms -> {
            letters.check(type, event, terms);
            letters.checkFromAmber(event, terms);
        });
        event.variants().values().forEach(variant -> letters.check(type, event, variant.terms()));
        valuesOnce(event);
        events.put(type, compiled(type, event));
    }

    private static void valuesOnce(EventEntry event) {
        Map<String, String> owners = new HashMap<>();
        event.variants().forEach((name, variant) -> {
            if (variant.values().isEmpty()) {
                variant.at().error("values", "none", "at least one value of " + event.variantField());
            }
            variant.values().forEach(value -> {
                String other = owners.putIfAbsent(value, name);
                if (other != null) {
                    variant.at().error("values", value, "a value of one variant; it belongs to " + other);
                }
            });
        });
    }

    private EventPolicy compiled(String type, EventEntry event) {
        SortedMap<String, Variants.Variant> variants = new TreeMap<>();
        event.variants()
                .forEach((name, variant) ->
                        variants.put(name, new Variants.Variant(variant.values(), terms(type, variant.terms()))));
        SortedMap<String, Access> fromAmber = new TreeMap<>();
        event.accessFromAmber().forEach((role, cell) -> fromAmber.put(role, cell.access()));
        return new EventPolicy(
                type,
                event.schema(),
                event.family(),
                event.lane(),
                event.floor(),
                event.defaultMarking(),
                event.terms().map(terms -> terms(type, terms)).orElseGet(() -> together(variants)),
                fromAmber,
                new Variants(event.variantField(), variants),
                event.personalData(),
                event.retention());
    }

    private Terms terms(String type, TermsEntry terms) {
        SortedSet<String> publishers = new TreeSet<>();
        SortedMap<String, Reception> receivers = new TreeMap<>();
        parties.values().forEach(party -> {
            Access access = Optional.ofNullable(terms.access().get(party.role()))
                    .map(Cell::access)
                    .orElse(Access.NONE);
            boolean legalElsewhere =
                    access.qualifier(Letter.P).filter(Qualifier.LEGAL::equals).isPresent()
                            && !LetterCheck.isLegal(type);
            if (access.has(Letter.W) || (access.has(Letter.P) && !legalElsewhere)) {
                publishers.add(party.id());
            }
            if (access.has(Letter.R)) {
                receivers.put(party.id(), Reception.COMMUNITY);
            } else if (access.has(Letter.A)) {
                receivers.put(party.id(), Reception.NAMED);
            }
        });
        SortedMap<String, Access> access = new TreeMap<>();
        terms.access().forEach((role, cell) -> access.put(role, cell.access()));
        return new Terms(access, terms.purposes(), publishers, receivers);
    }

    /** All variants at once; letters stand with the variants alone. */
    private static Terms together(SortedMap<String, Variants.Variant> variants) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        SortedSet<String> publishers = new TreeSet<>();
        SortedMap<String, Reception> receivers = new TreeMap<>();
        variants.values().stream().map(Variants.Variant::terms).forEach(terms -> {
            purposes.addAll(terms.purposes());
            publishers.addAll(terms.publishers());
            // COMMUNITY, the first, gives more.
            terms.receivers()
                    .forEach((party, reception) ->
                            receivers.merge(party, reception, (one, other) -> one.compareTo(other) < 0 ? one : other));
        });
        return new Terms(new TreeMap<>(), purposes, publishers, receivers);
    }

    /** Who may be asked may answer: a client through its authority. */
    private void answers(String type, EventEntry event) {
        if (event.answers().isEmpty()) {
            return;
        }
        String asked = event.answers().get();
        if (!file.types().contains(asked) || asked.equals(type)) {
            event.at().error("answers", asked, Spelling.hint(asked, file.types()));
            return;
        }
        EventEntry other = file.events().get(asked);
        if (other == null) {
            return;
        }
        if (!other.variants().keySet().equals(event.variants().keySet())) {
            event.at().error("answers", asked, "an event with the same variants");
            return;
        }
        EventPolicy answer = Objects.requireNonNull(events.get(type));
        EventPolicy question = Objects.requireNonNull(events.get(asked));
        SortedMap<String, Variants.Variant> variants = new TreeMap<>();
        answer.variants()
                .byName()
                .forEach((name, variant) -> variants.put(
                        name,
                        new Variants.Variant(
                                variant.values(),
                                answering(
                                        variant.terms(),
                                        Objects.requireNonNull(question.variants()
                                                        .byName()
                                                        .get(name))
                                                .terms()))));
        events.put(
                type,
                new EventPolicy(
                        type,
                        answer.schema(),
                        answer.family(),
                        answer.lane(),
                        answer.floor(),
                        answer.defaultMarking(),
                        variants.isEmpty() ? answering(answer.all(), question.all()) : together(variants),
                        answer.accessFromAmber(),
                        new Variants(answer.variants().field(), variants),
                        answer.personalData(),
                        answer.retention()));
    }

    private Terms answering(Terms answer, Terms question) {
        SortedSet<String> publishers = new TreeSet<>(answer.publishers());
        question.receivers().keySet().stream()
                .flatMap(id -> Optional.ofNullable(parties.get(id)).stream())
                .filter(party -> party.kind() != PartyKind.CLIENT)
                .forEach(party -> publishers.add(party.id()));
        return new Terms(answer.access(), answer.purposes(), publishers, answer.receivers());
    }

    private void betweenEvents() {
        Map<String, String> schemas = new HashMap<>();
        Map<String, String> families = new HashMap<>();
        file.events().forEach((type, event) -> {
            String owner = schemas.putIfAbsent(event.schema(), type);
            if (owner != null) {
                event.at().error("schema", event.schema(), "a schema of its own; it belongs to " + owner);
            }
            String first = families.putIfAbsent(event.family(), type);
            EventEntry other = first == null ? null : file.events().get(first);
            // One topic takes a family, and a topic has one retention.
            if (other != null && !other.retention().equals(event.retention())) {
                event.at()
                        .error(
                                "retention",
                                event.retention(),
                                "%s as for %s: a family is one class of retention".formatted(other.retention(), first));
            }
        });
    }
}
