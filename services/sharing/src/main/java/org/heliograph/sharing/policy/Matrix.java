package org.heliograph.sharing.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.Tlp;

/**
 * The effective access matrix: a letter stands in it only where its mechanism works for that party.
 *
 * @param columns ids of all parties, and {@link Party#PUBLIC} last
 * @param rows by event and variant, the audit last
 */
public record Matrix(List<String> columns, List<Row> rows) {

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * What all parties may do with one event, or one variant of it.
     *
     * @param event type of the event, or the audit's topic
     * @param part variant, or the markings that the row is for; empty if the event has one row
     * @param cells by column; each column has one
     */
    public record Row(String event, String part, SortedMap<String, Access> cells) {

        public Row {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        }

        public Access cell(String column) {
            return cells.getOrDefault(column, Access.NONE);
        }

        /** The head of the row, for people: {@code coop.request return}. */
        public String title() {
            return part.isEmpty() ? event : event + " " + part;
        }
    }

    public Optional<Row> row(String title) {
        return rows.stream().filter(row -> row.title().equals(title)).findFirst();
    }

    static Matrix of(Policy policy) {
        List<String> columns = new ArrayList<>(policy.parties().keySet());
        columns.add(Party.PUBLIC);
        List<Row> rows = new ArrayList<>();
        policy.events().values().forEach(event -> rows.addAll(rows(policy, event)));
        rows.add(new Row(Topics.AUDIT, "", cells(policy, policy.auditAccess(), (party, letter) -> true)));
        return new Matrix(columns, rows);
    }

    private static List<Row> rows(Policy policy, EventPolicy event) {
        if (!event.variants().areNone()) {
            return event.variants().byName().entrySet().stream()
                    .map(variant -> row(
                            policy,
                            event,
                            variant.getKey(),
                            variant.getValue().terms(),
                            variant.getValue().terms().access()))
                    .toList();
        }
        Terms terms = event.all();
        if (event.accessFromAmber().isEmpty()) {
            return List.of(row(policy, event, "", terms, terms.access()));
        }
        return List.of(
                row(policy, event, Tlp.GREEN.name(), terms, terms.access()),
                row(policy, event, Tlp.AMBER.name(), terms, event.accessFromAmber()));
    }

    private static Row row(Policy policy, EventPolicy event, String part, Terms terms, Map<String, Access> access) {
        return new Row(
                event.type(), part, cells(policy, access, (party, letter) -> works(event, terms, party, letter)));
    }

    private static SortedMap<String, Access> cells(Policy policy, Map<String, Access> access, Mechanism mechanism) {
        SortedMap<String, Access> cells = new TreeMap<>();
        policy.parties()
                .values()
                .forEach(party -> cells.put(
                        party.id(),
                        access.getOrDefault(party.role(), Access.NONE)
                                .only(letter -> !policy.isSuspended(party.id()) && mechanism.works(party, letter))));
        cells.put(Party.PUBLIC, access.getOrDefault(Party.PUBLIC, Access.NONE));
        return cells;
    }

    /** A party may be narrower than its role, and then some of the role's letters have no effect. */
    private static boolean works(EventPolicy event, Terms terms, Party party, Letter letter) {
        return switch (letter) {
            case P, W -> terms.publishers().contains(party.id());
            case R, A ->
                terms.reception(party.id()).isPresent()
                        && party.clearance().compareTo(event.floor()) >= 0
                        && party.lanes().contains(event.lane())
                        && !Collections.disjoint(party.purposes(), terms.purposes());
            case D, M, OWN -> true;
        };
    }

    /** Whether a letter of its role has an effect for a party. */
    private interface Mechanism {

        boolean works(Party party, Letter letter);
    }
}
