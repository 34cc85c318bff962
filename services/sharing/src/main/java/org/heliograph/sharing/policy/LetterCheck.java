package org.heliograph.sharing.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.Lane;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventsFile.Cell;
import org.heliograph.sharing.policy.EventsFile.EventEntry;
import org.heliograph.sharing.policy.EventsFile.TermsEntry;
import org.heliograph.sharing.policy.PartiesFile.RoleEntry;

/** Checks that each letter of the matrix has the mechanism that keeps what it promises. */
final class LetterCheck {

    /** The event by which an owner lets suppressed counts out (R13). */
    static final String OBSERVATION = "research.observation";

    private static final Set<Letter> OF_THE_PUBLIC = Set.of(Letter.R, Letter.D);
    private static final Set<PartyKind> WITH_A_DESK = Set.of(PartyKind.AGENCY, PartyKind.OFFICE, PartyKind.STATE);

    private final EventsFile events;
    private final PartiesFile parties;
    private final DeclassifiersFile declassifiers;

    LetterCheck(EventsFile events, PartiesFile parties, DeclassifiersFile declassifiers) {
        this.events = events;
        this.parties = parties;
        this.declassifiers = declassifiers;
    }

    void check(String type, EventEntry event, TermsEntry terms) {
        terms.access().forEach((role, cell) -> {
            if (role.equals(Party.PUBLIC)) {
                everybody(type, event, terms, cell);
            } else if (known(role, cell)) {
                Optional.ofNullable(parties.roles().get(role))
                        .ifPresent(entry -> cell.access()
                                .letters()
                                .keySet()
                                .forEach(letter -> letter(type, event, terms, role, entry, cell, letter)));
            }
        });
    }

    /** From AMBER up nobody gets a copy unnamed, and no count replaces what is held back: nothing else can be said. */
    void checkFromAmber(EventEntry event, TermsEntry terms) {
        event.accessFromAmber().forEach((role, cell) -> {
            Access access = Optional.ofNullable(terms.access().get(role))
                    .map(Cell::access)
                    .orElse(Access.NONE);
            Access expected = Access.of(fromAmber(access));
            if (!cell.access().equals(expected)) {
                cell.at().error(cell.access(), "%s, which %s is from AMBER up".formatted(expected, access));
            }
        });
        if (!event.accessFromAmber().isEmpty()) {
            terms.access().forEach((role, cell) -> {
                if (!event.accessFromAmber().containsKey(role)
                        && !fromAmber(cell.access()).equals("-")) {
                    event.at().error("accessFromAmber", "no " + role, "it, as it has access below AMBER");
                }
            });
        }
    }

    private static String fromAmber(Access access) {
        String text = access.only(letter -> letter != Letter.D).text();
        return access.has(Letter.A) ? text.replace("R", "") : text.replace('R', 'A');
    }

    void checkAudit() {
        events.audit().forEach((role, cell) -> {
            if (known(role, cell)
                    && !cell.access().equals(Access.of("own"))
                    && !cell.access().equals(Access.NONE)) {
                cell.at().error(cell.access(), "own: of the audit each party sees its own by REST");
            }
            Optional.ofNullable(parties.roles().get(role))
                    .filter(entry -> cell.access().has(Letter.OWN))
                    .ifPresent(entry -> desk(cell, Letter.OWN, entry));
        });
    }

    private boolean known(String role, Cell cell) {
        if (!parties.roleIds().contains(role)) {
            cell.at().error(role, Spelling.hint(role, parties.roleIds()));
            return false;
        }
        return true;
    }

    private void everybody(String type, EventEntry event, TermsEntry terms, Cell cell) {
        cell.access().letters().keySet().stream()
                .filter(letter -> !OF_THE_PUBLIC.contains(letter))
                .forEach(letter -> cell.at().error(letter, "R or D: the public has no outbox and no inbox"));
        if (cell.access().has(Letter.R) && event.floor() != Tlp.CLEAR) {
            missing(cell, Letter.R, "a public topic, but the floor is " + event.floor());
        }
        if (cell.access().has(Letter.D)) {
            observation(type, terms, cell);
        }
    }

    private void letter(
            String type, EventEntry event, TermsEntry terms, String role, RoleEntry entry, Cell cell, Letter letter) {
        boolean outside = event.lane() == Lane.PROTECTION && entry.kind() != PartyKind.PROTECTION;
        if (outside && letter != Letter.D) {
            cell.at().error(letter, "only protection parties in lane PROTECTION (R7)");
            return;
        }
        switch (letter) {
            case P -> legal(type, role, cell);
            case W -> submission(role, terms, cell);
            case R -> {
                if (event.floor().compareTo(Tlp.GREEN) > 0) {
                    missing(cell, letter, "a marking of GREEN or wider, but the floor is " + event.floor());
                }
                reception(event, terms, entry, cell, letter);
            }
            case A -> reception(event, terms, entry, cell, letter);
            case D -> observation(type, terms, cell);
            case M, OWN -> desk(cell, letter, entry);
        }
    }

    /** It narrows a right to one of several events of one name. */
    private void legal(String type, String role, Cell cell) {
        if (cell.access().qualifier(Letter.P).filter(Qualifier.LEGAL::equals).isEmpty() || isLegal(type)) {
            return;
        }
        String group = type.substring(0, type.indexOf('.') + 1);
        boolean found = events.events().entrySet().stream()
                .filter(other -> other.getKey().startsWith(group) && isLegal(other.getKey()))
                .flatMap(other -> other.getValue().terms().stream())
                .anyMatch(other -> publishes(other, role));
        if (!found) {
            missing(cell, Letter.P, "an event %slegal-... that it may publish".formatted(group));
        }
    }

    static boolean isLegal(String type) {
        return type.substring(type.indexOf('.') + 1).startsWith("legal-");
    }

    private void submission(String role, TermsEntry terms, Cell cell) {
        if (!declassifiers.reaches(role)) {
            missing(cell, Letter.W, "a declassifier that reaches " + role);
        }
        if (cell.access().hasAny(Set.of(Letter.R, Letter.A))) {
            cell.at().error(cell.access(), "W without R and A: who submits gets only what a declassifier lets out");
        }
        if (terms.access().values().stream().noneMatch(other -> other.access().hasAny(Set.of(Letter.R, Letter.A)))) {
            missing(cell, Letter.W, "a receiver of what is submitted");
        }
    }

    private static void reception(EventEntry event, TermsEntry terms, RoleEntry role, Cell cell, Letter letter) {
        if (role.clearance().compareTo(event.floor()) < 0) {
            missing(
                    cell,
                    letter,
                    "a clearance for the floor %s, but the role has %s".formatted(event.floor(), role.clearance()));
        }
        if (!role.lanes().contains(event.lane())) {
            missing(cell, letter, "the lane %s, but the role has %s".formatted(event.lane(), role.lanes()));
        }
        if (!terms.purposes().isEmpty() && Collections.disjoint(role.purposes(), terms.purposes())) {
            missing(cell, letter, "a common purpose, but the role has none of " + terms.purposes());
        }
    }

    /** The owner of what is held back must be able to publish the counts. */
    private void observation(String type, TermsEntry terms, Cell cell) {
        Optional<EventEntry> observation = Optional.ofNullable(events.events().get(OBSERVATION));
        if (observation.filter(event -> event.floor() == Tlp.CLEAR).isEmpty()) {
            missing(cell, Letter.D, "an event %s with a public topic".formatted(OBSERVATION));
            return;
        }
        Map<String, Cell> counts =
                observation.flatMap(EventEntry::terms).map(TermsEntry::access).orElse(Map.of());
        if (!type.equals(OBSERVATION)
                && terms.access().keySet().stream()
                        .noneMatch(role -> publishes(terms, role)
                                && Optional.ofNullable(counts.get(role))
                                        .filter(c -> c.access().has(Letter.P))
                                        .isPresent())) {
            missing(cell, Letter.D, "a publisher of the event that may publish %s too".formatted(OBSERVATION));
        }
    }

    private static boolean publishes(TermsEntry terms, String role) {
        return Optional.ofNullable(terms.access().get(role))
                .filter(cell -> cell.access().has(Letter.P))
                .isPresent();
    }

    private static void desk(Cell cell, Letter letter, RoleEntry role) {
        if (!WITH_A_DESK.contains(role.kind())) {
            missing(cell, letter, "a service of its own, but the role is a " + role.kind());
        }
    }

    private static void missing(Cell cell, Letter letter, String expected) {
        cell.at().error(letter == Letter.OWN ? "own" : letter, "a mechanism: " + expected);
    }
}
