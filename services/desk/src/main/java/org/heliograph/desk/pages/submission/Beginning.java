package org.heliograph.desk.pages.submission;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.desk.pages.seen.SeenEvent;
import org.heliograph.desk.pages.seen.SeenEvent.Leave;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.heliograph.desk.pages.seen.SeenFacts;
import org.heliograph.desk.requests.Submission;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.desk.web.Vocabulary;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Source;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.heliograph.events.requests.KindRules;
import org.heliograph.pages.design.Shell;
import org.heliograph.sharing.Origins;
import tools.jackson.databind.JsonNode;

/** A request of a kind that begins from what an officer sees. What may not go on is not filled in. */
record Beginning(SeenEvent seen, RequestKind kind) {

    /** The field that keeps where a request began. */
    static final String ABOUT = "about";

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_FACTS = 10_000;

    public Leave leave() {
        return seen.leave(KindRules.purposes(kind));
    }

    boolean isGiven() {
        return leave() == Leave.GIVEN;
    }

    /** For which the request may be used. */
    List<Purpose> purposes() {
        return seen.shared(KindRules.purposes(kind));
    }

    /** Values of the form, by name of the field. */
    Map<String, List<String>> values(Shell shell) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        seen.status().ifPresent(status -> put(values, "status", status.name()));
        Optional<Source> source = seen.source();
        if (!isGiven() || source.isEmpty()) {
            return values;
        }
        put(values, ABOUT, seen.reference());
        put(values, "tlp", Origins.marking(Tlp.AMBER, List.of(source.get())).name());
        values.put(
                "handlingCodes",
                source.get().getHandlingCodes().stream().map(Enum::name).toList());
        put(values, "handlingNote", seen.text("handlingNote"));
        put(values, "subject", cut(shell.words().text("about.subject", title(shell)), LONGEST_SUBJECT));
        put(values, "factsSummary", cut(facts(shell), LONGEST_FACTS));
        if (Vocabulary.words(Urgency.class).contains(seen.text("urgency"))) {
            put(values, "urgency", seen.text("urgency"));
        }
        details(values);
        return values;
    }

    /** What would let the request say more than its beginning allows (R4, R17). */
    List<FieldError> broken(Submission submission) {
        Optional<Source> source = seen.source();
        if (!isGiven() || source.isEmpty()) {
            return List.of(new FieldError(ABOUT, "about.gone"));
        }
        List<FieldError> broken = new ArrayList<>();
        if (seen.status().filter(submission.status()::equals).isEmpty()) {
            broken.add(new FieldError("status", "about.status"));
        }
        if (submission.handling().tlp().compareTo(source.get().getTlp()) < 0) {
            broken.add(new FieldError("tlp", "about.tlp"));
        }
        Set<HandlingCode> missing = EnumSet.noneOf(HandlingCode.class);
        missing.addAll(source.get().getHandlingCodes());
        submission.handling().codes().forEach(missing::remove);
        if (!missing.isEmpty()) {
            broken.add(new FieldError("handlingCodes", "about.codes"));
        }
        return List.copyOf(broken);
    }

    /** What it is called, as far as it says so itself. */
    public String title(Shell shell) {
        return seen.type().equals(SeenEvents.INCIDENT)
                ? shell.word("incidenttype", seen.text("type")) + " " + seen.text("incidentId")
                : seen.text("summary").replaceAll("\\s+", " ");
    }

    private String facts(Shell shell) {
        List<String> lines = new ArrayList<>();
        lines.add(shell.words()
                .text(
                        "about.facts",
                        shell.word("event", seen.type()),
                        shell.party(seen.originator()),
                        seen.type() + "/" + seen.eventId()));
        if (!seen.text("summary").isBlank()) {
            lines.add(seen.text("summary"));
        }
        SeenFacts.of(seen, shell)
                .forEach(fact -> lines.add(shell.label(fact.label()) + ": " + String.join(", ", fact.values())));
        return String.join("\n", lines);
    }

    private void details(Map<String, List<String>> values) {
        switch (kind) {
            case JOINT_INVESTIGATION -> {
                put(values, "details.jointInvestigation.routes", seen.text("routeId"));
                put(values, "details.jointInvestigation.modusOperandi", String.join(", ", methods()));
            }
            case RESEARCH_DATA -> {
                if (!seen.text("routeId").isEmpty()) {
                    put(values, "details.researchData.geoLevel", "ROUTE");
                    put(values, "details.researchData.geoCodes", seen.text("routeId"));
                }
            }
            case VESSEL_REGISTRY_BOARDING -> vessel(values);
            case LEGISLATIVE_ASSISTANCE,
                    CAPACITY_BUILDING,
                    MLA_PREPARATION,
                    CAMPAIGN_SUPPORT,
                    PREVENTION_PLAN_SUPPORT,
                    IDENTITY_NATIONALITY_VERIFICATION,
                    PROTECTION_REFERRAL,
                    RETURN_FACILITATION,
                    UNKNOWN -> {}
        }
    }

    private List<String> methods() {
        List<String> methods = new ArrayList<>(seen.texts("recruitmentChannels"));
        methods.addAll(seen.texts("concealmentMethods"));
        return methods;
    }

    private void vessel(Map<String, List<String>> values) {
        String prefix = "details.vesselRegistryBoarding.";
        JsonNode vessel = seen.content().path("vessel");
        put(values, prefix + "vesselName", vessel.path("name").asString(""));
        put(values, prefix + "claimedFlag", vessel.path("flag").asString(""));
        for (String part : List.of("description", "imoNumber", "mmsi", "callSign")) {
            put(values, prefix + part, vessel.path(part).asString(""));
        }
        for (String part : List.of("lat", "lon")) {
            JsonNode degrees = seen.content().path("positionWgs84").path(part);
            put(values, prefix + "position." + part, degrees.isNumber() ? degrees.asString() : "");
        }
    }

    /** What is not known leaves its field empty. */
    private static void put(Map<String, List<String>> values, String field, String value) {
        if (!value.isBlank()) {
            values.put(field, List.of(value));
        }
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
