package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/**
 * What {@code events.yaml} says.
 *
 * @param types of all events, also of those that could not be read whole
 * @param audit letters on the audit
 */
record EventsFile(Map<String, EventEntry> events, Set<String> types, Map<String, Cell> audit) {

    static final String NAME = "events.yaml";

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");
    private static final Set<String> EVENT = Set.of(
            "schema",
            "family",
            "lane",
            "floor",
            "default",
            "purposes",
            "access",
            "accessFromAmber",
            "variants",
            "answers",
            "personalData",
            "retention");

    /** A cell of the matrix, and where it stands. */
    record Cell(Located at, Access access) {}

    /** Who may do what, for which purposes. */
    record TermsEntry(Map<String, Cell> access, Set<Purpose> purposes) {}

    record VariantEntry(Located at, SortedSet<String> values, TermsEntry terms) {}

    /** Either terms of its own, or variants of which each has its own. */
    record EventEntry(
            Located at,
            String schema,
            String family,
            Lane lane,
            Tlp floor,
            Tlp defaultMarking,
            Optional<TermsEntry> terms,
            Map<String, Cell> accessFromAmber,
            String variantField,
            Map<String, VariantEntry> variants,
            Optional<String> answers,
            boolean personalData,
            Duration retention) {}

    static Optional<EventsFile> read(Located file) {
        return file.partly(Set.of("events", "audit"), fields -> {
            Map<String, Located> read = PartiesFile.atLeastOne(fields, "events");
            Map<String, EventEntry> events = new LinkedHashMap<>();
            read.forEach((type, at) -> {
                if (!TYPE.matcher(type).matches()) {
                    at.error(type, "a name such as alert.route");
                }
                at.whole(EVENT, event -> event(at, event)).ifPresent(event -> events.put(type, event));
            });
            Map<String, Cell> audit = new LinkedHashMap<>();
            fields.required("audit")
                    .flatMap(at -> at.whole(Set.of("access"), inner -> cells(inner, "access")))
                    .ifPresent(audit::putAll);
            return new EventsFile(events, read.keySet(), audit);
        });
    }

    private static EventEntry event(Located at, Fields event) {
        Map<String, VariantEntry> variants = new LinkedHashMap<>();
        String field = event.has("variants") ? variants(event, variants) : "";
        for (String beside : List.of("access", "purposes", "accessFromAmber")) {
            if (event.has("variants") && event.has(beside)) {
                at.error(beside, beside + " beside variants", "it within each variant");
            }
        }
        return new EventEntry(
                at,
                event.text("schema"),
                event.text("family"),
                event.one("lane", Lane.class),
                event.one("floor", Tlp.class),
                event.one("default", Tlp.class),
                event.has("variants") ? Optional.empty() : Optional.of(terms(event)),
                event.has("accessFromAmber") ? cells(event, "accessFromAmber") : Map.of(),
                field,
                variants,
                event.optionalText("answers"),
                event.yes("personalData"),
                event.duration("retention"));
    }

    private static TermsEntry terms(Fields fields) {
        Set<Purpose> purposes = fields.several("purposes", Purpose.class);
        if (purposes.isEmpty()) {
            fields.find("purposes").ifPresent(at -> at.error("none", "at least one purpose"));
        }
        return new TermsEntry(cells(fields, "access"), purposes);
    }

    /** Reads the variants, and gives the field by which they differ. */
    private static String variants(Fields event, Map<String, VariantEntry> variants) {
        Map<String, Located> read = new LinkedHashMap<>(event.nested("variants"));
        Optional<Located> field = Optional.ofNullable(read.remove("field"));
        if (read.isEmpty()) {
            event.find("variants").ifPresent(at -> at.error("none", "at least one"));
        }
        read.forEach((name, at) -> {
            Owners.checkId(at, name);
            at.whole(
                            Set.of("values", "purposes", "access"),
                            variant -> new VariantEntry(at, variant.texts("values"), terms(variant)))
                    .ifPresent(variant -> variants.put(name, variant));
        });
        Optional<String> name = field.flatMap(Located::scalar);
        if (name.isEmpty()) {
            event.find("variants").ifPresent(at -> at.error("field", "nothing", "the enum field by which they differ"));
        }
        return name.orElse("");
    }

    private static Map<String, Cell> cells(Fields fields, String field) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        fields.nested(field).forEach((role, at) -> {
            Optional<Access> access = access(at);
            if (access.isEmpty()) {
                at.error(at.found(), "letters of the access matrix such as PR, 'P own A' or '-'");
            }
            access.ifPresent(letters -> cells.put(role, new Cell(at, letters)));
        });
        return cells;
    }

    private static Optional<Access> access(Located at) {
        try {
            return at.scalar().map(Access::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
