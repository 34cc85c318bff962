package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.gate.RandomDispatches.Offered;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.simulation.Simulation;
import org.heliograph.sharing.simulation.SimulationReport;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate says beforehand is what it then does, to the word. */
@ExtendWith(GateStackExtension.class)
class PreviewIT {

    private static final long SEED = Long.getLong("heliograph.seed", 20_261_127L);
    private static final int DISPATCHES = 3_000;
    private static final JsonMapper JSON = new JsonMapper();

    private static Ledger ledger;
    private static Stack stack;
    private static Policy policy;
    private static Senders senders;
    private static final Map<String, String> TOKENS = new TreeMap<>();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start(GateStack gates) {
        ledger = gates.ledger();
        stack = gates.stack();
        policy = PolicyCompiler.compile(stack.policy());
        senders = new Senders(gates, policy.senders());
    }

    /** Tokens live for five minutes. */
    @BeforeEach
    void logIn() {
        policy.senders().forEach(party -> TOKENS.put(party, stack.tokens().ofSystem(party, "gate")));
    }

    @AfterAll
    static void stop() {
        HTTP.close();
        senders.close();
    }

    @Test
    void isWhatTheReceiptSaysForThousandsOfRandomDispatchesAndTheAuditReplaysThem() throws Exception {
        List<Offered> offered = new RandomDispatches(SEED, policy).next(DISPATCHES);
        List<JsonNode> previews = previews(offered);

        List<String> places = senders.offer(offered);

        ledger.assertBalanced();
        Map<String, Receipt> receipts = ledger.receipts().stream()
                .map(message -> senders.system("xa").decode(message.value(), Receipt.class))
                .collect(Collectors.toMap(Receipt::getDispatch, Function.identity()));
        Map<String, AuditDecision> audit =
                ledger.links().stream().collect(Collectors.toMap(Ledger::place, Function.identity()));
        for (int round = 0; round < DISPATCHES; round++) {
            String what = "seed %d, round %d: %s".formatted(SEED, round, offered.get(round));
            JsonNode preview = previews.get(round);
            assertSame(what, preview, Objects.requireNonNull(receipts.get(places.get(round))));
            assertSame(what, offered.get(round), preview, Objects.requireNonNull(audit.get(places.get(round))));
        }
        audit.keySet().retainAll(places);
        assertEverythingCameUp(audit.values());
        assertReplayed(Set.copyOf(places));
    }

    @Test
    void ofAnotherPartysEventIsRefusedAndSaysNothingOfItsRecipients() throws Exception {
        byte[] event = senders.dispatches("xa").event(SampleEvents.coopRequest("xa", "unodc"));

        JsonNode preview = JSON.readTree(preview("xb", senders.dispatches("xa").dispatch(1, event, "", "unodc"))
                .body());

        assertThat(preview.get("outcome").asString()).isEqualTo("REFUSED");
        assertThat(preview.get("rule").asString()).isEqualTo("OWNER");
        assertThat(preview.get("releasedTo")).isEmpty();
        assertThat(preview.get("withheldFrom")).isEmpty();
    }

    @Test
    void isForTheServicesOfPartiesAlone() throws Exception {
        byte[] dispatch = senders.dispatches("xa")
                .dispatch(1, senders.dispatches("xa").event(SampleEvents.coopRequest("xa", "unodc")), "", "unodc");

        assertThat(send(stack.tokens().ofSystem("xa", "broker"), dispatch).statusCode())
                .isEqualTo(401);
        assertThat(send(stack.tokens().ofSystem("xa", "desk"), dispatch).statusCode())
                .isEqualTo(401);
        assertThat(send(stack.tokens().ofSystem("xa", "operations"), dispatch).statusCode())
                .isEqualTo(401);
        String officer = stack.tokens().ofOfficer("duty-operator").accessToken();
        assertThat(send(officer, dispatch).statusCode()).isEqualTo(401);
        assertThat(preview("xa", dispatch).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoMoreThanADispatchCanHold() throws Exception {
        assertThat(preview("xa", new byte[2_000_000]).statusCode()).isEqualTo(413);
        assertThat(text(JSON.readTree(preview("xa", new byte[100]).body()), "rule"))
                .contains("FORMAT");
    }

    /** In the order of the offers; of two parties at a time, and of each one after the other. */
    private static List<JsonNode> previews(List<Offered> offered) throws ExecutionException, InterruptedException {
        Map<String, List<Integer>> byOwner = IntStream.range(0, offered.size())
                .boxed()
                .collect(Collectors.groupingBy(index -> offered.get(index).owner()));
        Map<Integer, JsonNode> previews = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            for (List<Integer> ofOne : byOwner.values()) {
                running.add(threads.submit(() -> {
                    for (int index : ofOne) {
                        previews.put(index, preview(offered.get(index)));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return IntStream.range(0, offered.size())
                .mapToObj(index -> Objects.requireNonNull(previews.get(index)))
                .toList();
    }

    private static JsonNode preview(Offered offered) throws IOException, InterruptedException {
        return JSON.readTree(preview(offered.owner(), senders.unsigned(offered)).body());
    }

    private static void assertSame(String what, JsonNode preview, Receipt receipt) {
        assertThat(text(preview, "outcome"))
                .as(what)
                .contains(receipt.getOutcome().name());
        assertThat(text(preview, "rule")).as(what).isEqualTo(receipt.getRule());
        assertThat(text(preview, "reason").map(PreviewIT::timeless))
                .as(what)
                .isEqualTo(receipt.getReason().map(PreviewIT::timeless));
        assertThat(items(preview.get("releasedTo")).map(JsonNode::asString).toList())
                .as(what)
                .isEqualTo(receipt.getReleasedTo());
        assertThat(withheld(preview)).as(what).isEqualTo(receipt.getWithheldFrom());
        assertThat(text(preview, "policyVersion")).as(what).contains(receipt.getPolicyVersion());
    }

    /** Decided so for each party; told of those who were named, and of nobody else. */
    private static void assertSame(String what, Offered offered, JsonNode preview, AuditDecision audit) {
        List<String> released = audit.getDecisions().stream()
                .filter(PartyDecision::getReleased)
                .map(PartyDecision::getParty)
                .toList();
        List<PartyDecision> withheld = audit.getDecisions().stream()
                .filter(decision -> !decision.getReleased())
                .filter(decision -> offered.named().contains(decision.getParty()))
                .toList();
        assertThat(items(preview.get("releasedTo")).map(JsonNode::asString).toList())
                .as(what)
                .isEqualTo(released);
        assertThat(withheld(preview)).as(what).isEqualTo(withheld);
    }

    /** A comparison of what hardly varies would prove little. */
    private static void assertEverythingCameUp(Collection<AuditDecision> audit) {
        Map<Outcome, Long> outcomes =
                audit.stream().collect(Collectors.groupingBy(AuditDecision::getOutcome, Collectors.counting()));
        assertThat(outcomes.get(Outcome.RELEASED)).isGreaterThan(DISPATCHES / 10);
        assertThat(outcomes.get(Outcome.REFUSED)).isGreaterThan(DISPATCHES / 10);
        assertThat(audit.stream().flatMap(link -> link.getRule().stream()).collect(Collectors.toSet()))
                .contains(
                        Rule.OWNER.id(),
                        Rule.SIGNATURE.id(),
                        Rule.PUBLISHER.id(),
                        Rule.PUBLIC.id(),
                        Rule.R1.id(),
                        Rule.R2.id(),
                        Rule.R3.id(),
                        Rule.R4.id(),
                        Rule.R5.id(),
                        Rule.R6.id(),
                        Rule.R8.id(),
                        Rule.R12.id(),
                        Rule.R13.id(),
                        Rule.R14.id(),
                        Rule.R17.id());
        assertThat(audit.stream().flatMap(link -> link.getDecisions().stream()))
                .anyMatch(decision ->
                        !decision.getReleased() && decision.getRule().equals(Rule.R5.id()))
                .anyMatch(decision ->
                        !decision.getReleased() && decision.getRule().equals(Rule.R7.id()));
    }

    private static void assertReplayed(Set<String> places) {
        List<AuditDecision> links = ledger.links().stream()
                .filter(link -> places.contains(Ledger.place(link)))
                .toList();
        Policy inForce = ledger.policies().stream()
                .filter(version -> version.key().equals(links.getFirst().getPolicyVersion()))
                .map(version -> PolicyJson.read(new String(version.value(), StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
        Simulation simulation = new Simulation(inForce, inForce);
        links.forEach(simulation::take);

        SimulationReport report = simulation.report();

        long notAsked = links.stream()
                .filter(link -> link.getRule()
                        .filter(rule -> rule.equals(Rule.OWNER.id()) || rule.equals(Rule.SIGNATURE.id()))
                        .isPresent())
                .count();
        assertThat(report.unfaithful()).isZero();
        assertThat(report.changed()).isZero();
        assertThat(report.notReplayed().withoutFacts()).isZero();
        assertThat(report.replayed()).isEqualTo(links.size() - notAsked);
    }

    private static List<PartyDecision> withheld(JsonNode preview) {
        return items(preview.get("withheldFrom"))
                .map(party -> new PartyDecision(
                        party.get("party").asString(),
                        false,
                        party.get("rule").asString(),
                        party.get("reason").asString()))
                .toList();
    }

    /** R12 says until when it would have to be kept, counted from the instant of the decision. */
    private static String timeless(String reason) {
        return reason.replaceAll("retainUntil \\S+ or later", "retainUntil then or later");
    }

    private static Optional<String> text(JsonNode preview, String field) {
        return Optional.of(preview.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static HttpResponse<String> preview(String party, byte[] dispatch)
            throws IOException, InterruptedException {
        return send(Objects.requireNonNull(TOKENS.get(party)), dispatch);
    }

    private static HttpResponse<String> send(String token, byte[] dispatch) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(stack.url(Port.GATE, "/preview"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(dispatch))
                        .build(),
                BodyHandlers.ofString());
    }
}
