package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What files would have decided otherwise, told from the audit of the running stack. */
@HeliographStack
class SimulateIT {

    private static final String INCIDENTS = "/api/v1/incidents";

    private final Stack stack;

    @TempDir
    private Path files;

    SimulateIT(Stack stack) {
        this.stack = stack;
    }

    /** A request with its answer, incidents that are released and refused, an alert for all. */
    @BeforeAll
    static void somethingHappens(Stack stack) {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB);
                OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            UUID request = Requests.submit(xa);
            Requests.awaitAt(unodc, request);
            unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0))
                    .success();
            List<String> ids = Stream.of(report(xa, "unodc"), report(xa, "iom"), report(xb, "unodc"), Alerts.tell(iom))
                    .toList();
            Requests.awaitState(xa, request, "ACKNOWLEDGED");
            await().atMost(Requests.PATIENCE)
                    .until(() -> decisions(stack).stream()
                            .flatMap(decision -> decision.getEventId().stream())
                            .collect(Collectors.toSet())
                            .containsAll(ids));
        }
    }

    @Test
    void findsNoDifferenceForThePolicyInForceInAnyRecordOfTheAudit() throws Exception {
        JsonNode found = simulate(stack.policy()).get("simulation");
        List<AuditDecision> audit = decisions(stack);

        assertThat(found.get("changed").asLong()).isZero();
        assertThat(found.get("parties")).isEmpty();
        assertThat(found.get("outcomes")).isEmpty();
        assertThat(found.get("rules")).isEmpty();
        assertThat(found.get("unfaithful").asLong())
                .as("come out as they were decided")
                .isZero();
        assertThat(found.at("/notReplayed/withoutFacts").asLong()).isZero();
        long judged = audit.stream()
                .filter(decision -> decision.getFacts().isPresent())
                .count();
        assertThat(found.get("replayed").asLong()).isPositive().isLessThanOrEqualTo(judged);
        assertThat(found.get("read").asLong()).isLessThanOrEqualTo(audit.size());
        assertThat(Said.by(stack, "policy", "simulate", stack.policy().toString())
                        .text())
                .contains("The files would have decided the same.");
    }

    @Test
    void countsWhoGainsAndWhoLosesByOtherFiles() throws Exception {
        copyChanged();
        // Others were here before: parties that have left since, grants that are over. What they did counts in neither.
        Instant start = newest(decisions(stack));
        JsonNode before = simulate(files).get("simulation");
        somethingHappens(stack);
        JsonNode after = simulate(files).get("simulation");
        List<AuditDecision> audit = decisions(stack).stream()
                .filter(decision -> decision.getDecidedAt().isAfter(start))
                .toList();

        BiFunction<String, String, Change> change =
                (party, type) -> change(after, party, type).since(change(before, party, type));
        for (String party : List.of("xb", "xc")) {
            long lost = released(audit, "alert.route", party);
            assertThat(lost).as(party).isPositive();
            assertThat(change.apply(party, "alert.route")).as(party).isEqualTo(new Change(0, lost));
        }
        long gained = audit.stream().filter(SimulateIT::researchGains).count();
        assertThat(gained).isPositive();
        assertThat(change.apply("research", "alert.route")).isEqualTo(new Change(gained, 0));
        List<AuditDecision> incidents = audit.stream()
                .filter(decision -> is(decision, "incident.report", Outcome.RELEASED))
                .filter(decision ->
                        decision.getFacts().orElseThrow().getPurposes().contains("STRATEGIC_ANALYSIS"))
                .toList();
        assertThat(incidents).hasSizeGreaterThanOrEqualTo(2);
        assertThat(outcome(after, "incident.report", "released", "refused by R1")
                        - outcome(before, "incident.report", "released", "refused by R1"))
                .isEqualTo(incidents.size());
        for (String party : List.of("unodc", "unodc-field-south", "iom", "iom-field-east")) {
            long lost = released(incidents, "incident.report", party);
            assertThat(lost).as(party).isPositive();
            assertThat(change.apply(party, "incident.report")).as(party).isEqualTo(new Change(0, lost));
        }
        assertThat(Requests.items(after.get("parties")))
                .extracting(changed -> changed.get("eventType").asString())
                .contains("alert.route", "incident.report")
                // A recall goes to whom the alert went, where another test took one back.
                .isSubsetOf("alert.route", "incident.report", "control.handling");
    }

    @Test
    void changesNothingAndTakesATimeOrRefusesWhatIsNone() throws Exception {
        copyChanged();
        int before;
        String version;
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            before = desk.get("/api/policy/changes").size();
            version = desk.get("/api/policy").get("version").asString();
        }

        Said text = Said.by(stack, "policy", "simulate", files.toString(), "--last", "30d");
        Said wrong = Said.by(stack, "policy", "simulate", files.toString(), "--last", "soon");
        Said nowhere =
                Said.by(stack, "policy", "simulate", files.resolve("nowhere").toString());

        assertThat(text.code()).as(text.text()).isZero();
        assertThat(text.text())
                .contains("decisions since ", "otherwise.", "Copies", "loses", "released by R2 -> refused by R1");
        assertThat(wrong.code()).isEqualTo(64);
        assertThat(wrong.text()).contains("found 'soon', expected days, hours or minutes");
        assertThat(nowhere.code()).isEqualTo(1);
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThat(desk.get("/api/policy/changes").size()).isEqualTo(before);
            assertThat(desk.get("/api/policy").get("version").asString()).isEqualTo(version);
        }
    }

    /** Receiving States lose route alerts, research gains them, incidents may not be analysed any more. */
    private void copyChanged() throws IOException {
        try (Stream<Path> all = Files.list(stack.policy())) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                Files.writeString(
                        files.resolve(String.valueOf(file.getFileName())),
                        Files.readString(file)
                                .replaceFirst("(?m)^ {6}receiving-state: R\\n", "")
                                .replaceFirst("(?m)^ {6}receiving-state: A\\n", "")
                                .replaceFirst("(?m)^ {6}research: D$", "      research: R")
                                .replaceFirst("accessFromAmber:", "accessFromAmber:\n      research: A")
                                .replace(
                                        "purposes: [STRATEGIC_ANALYSIS, OPERATIONAL_LE, SAFETY_OF_LIFE,"
                                                + " PROTECTION_ASSISTANCE]",
                                        "purposes: [OPERATIONAL_LE, SAFETY_OF_LIFE, PROTECTION_ASSISTANCE]"));
            }
        }
    }

    private static boolean researchGains(AuditDecision decision) {
        boolean leftNobody = is(decision, "alert.route", Outcome.REFUSED)
                && decision.getReason().orElse("").startsWith("no recipient is left");
        boolean acceptable = leftNobody || is(decision, "alert.route", Outcome.RELEASED);
        return acceptable
                && decision.getFacts()
                        .filter(facts -> !facts.getNotReleasableTo().contains("research"))
                        .filter(facts -> facts.getPurposes().contains("PREVENTION_INFORMATION"))
                        .filter(facts -> isAddressedToResearch(decision.getTlp().orElseThrow(), facts))
                        .isPresent();
    }

    /** Cleared up to AMBER. */
    private static boolean isAddressedToResearch(String marking, JudgedFacts facts) {
        boolean named = facts.getReleasableTo().contains("research");
        boolean community =
                facts.getReleasableTo().isEmpty() && !facts.getHandlingCodes().contains("H2");
        return marking.equals("GREEN") ? named || community : named && marking.equals("AMBER");
    }

    private static boolean is(AuditDecision decision, String type, Outcome outcome) {
        return decision.getOutcome() == outcome
                && decision.getEventType().filter(type::equals).isPresent();
    }

    private static long released(List<AuditDecision> audit, String type, String party) {
        return audit.stream()
                .filter(decision -> is(decision, type, Outcome.RELEASED))
                .flatMap(decision -> decision.getDecisions().stream())
                .filter(decision -> decision.getParty().equals(party) && decision.getReleased())
                .map(PartyDecision::getParty)
                .count();
    }

    private record Change(long gains, long loses) {

        Change since(Change before) {
            return new Change(gains - before.gains, loses - before.loses);
        }
    }

    private static Instant newest(List<AuditDecision> audit) {
        return audit.stream()
                .map(AuditDecision::getDecidedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Change change(JsonNode found, String party, String type) {
        return Requests.items(found.get("parties")).stream()
                .filter(change -> change.get("party").asString().equals(party)
                        && change.get("eventType").asString().equals(type))
                .map(change -> new Change(
                        change.get("gains").asLong(), change.get("loses").asLong()))
                .findFirst()
                .orElse(new Change(0, 0));
    }

    private static long outcome(JsonNode found, String type, String from, String to) {
        return Requests.items(found.get("outcomes")).stream()
                .filter(change -> change.get("eventType").asString().equals(type)
                        && change.get("from").asString().equals(from)
                        && change.get("to").asString().equals(to))
                .mapToLong(change -> change.get("records").asLong())
                .sum();
    }

    private JsonNode simulate(Path folder) {
        return Said.by(stack, "policy", "simulate", folder.toString(), "--format", "json")
                .json();
    }

    private static List<AuditDecision> decisions(Stack stack) {
        try (PartySystem auditor = new PartySystem(stack, "auditor")) {
            return auditor.readAll("audit.decisions", AuditDecision.class);
        }
    }

    private static String report(OfficerDesk desk, String recipient) {
        return desk.post(
                        INCIDENTS,
                        Map.of(
                                "status", "EXERCISE",
                                "releasableTo", List.of(recipient),
                                "incidentId", "SEA-43",
                                "occurredAt", "2026-11-01T03:10:00Z",
                                "type", "RESCUE",
                                "positionWgs84", Map.of("lat", 34.52, "lon", 24.01)))
                .success()
                .get("eventId")
                .asString();
    }
}
