package org.heliograph.standalone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/**
 * State XA asks UNODC for help and gets it; IOM warns the community; State XB sees what is meant for it, and is refused
 * everything else; the public reads what UNODC publishes; XA relays distress. All of it is exercise data.
 */
public final class Demo implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REQUESTS = "/api/v1/requests";

    private final Narrator narrator;
    private final OfficerDesk xa;
    private final OfficerDesk xb;
    private final OfficerDesk unodc;
    private final OfficerDesk iom;
    private final Intruder intruder;
    private final Fulfilment fulfilment;
    private final AtSea atSea;

    /** Logs the officers in; the stack must be ready. */
    public Demo(PrintWriter out, Stack stack) {
        this(out, stack, PATIENCE);
    }

    /** As {@link #Demo(PrintWriter, Stack)}, waiting so long for each thing that comes over the backbone. */
    public Demo(PrintWriter out, Stack stack, Duration patience) {
        this.narrator = new Narrator(out, patience);
        this.xa = new OfficerDesk(stack, Component.XA);
        this.xb = new OfficerDesk(stack, Component.XB);
        this.unodc = new OfficerDesk(stack, Component.UNODC);
        this.iom = new OfficerDesk(stack, Component.IOM);
        this.intruder = new Intruder(stack, "xb");
        this.fulfilment = new Fulfilment(narrator, stack, xa, unodc);
        this.atSea = new AtSea(narrator, xa, xb);
    }

    /** Tells the story; 0 if every expectation held, otherwise 1. */
    public int run() {
        try {
            UUID request = submit();
            answer(request);
            warn();
            pry(request);
            forge(request);
            fulfilment.tell(request);
            atSea.tell();
        } catch (StackException e) {
            narrator.expect("the story goes on", false, String.valueOf(e.getMessage()));
        }
        return narrator.end();
    }

    private UUID submit() {
        narrator.chapter("1. An officer of State XA asks UNODC for help with a draft law");
        JsonNode submitted = xa.post(
                        REQUESTS,
                        Map.of(
                                "kind",
                                "LEGISLATIVE_ASSISTANCE",
                                "status",
                                "EXERCISE",
                                "addressees",
                                List.of("unodc"),
                                "subject",
                                "Review of a draft law on the smuggling of migrants",
                                "factsSummary",
                                "A draft is before the parliament of XA. It makes migrants liable.",
                                "assistanceSought",
                                "Comments on articles 5, 6 and 16 of the Protocol",
                                "details",
                                Map.of(
                                        "legislativeAssistance",
                                        Map.of(
                                                "law", "Bill on the smuggling of migrants",
                                                "stage", "BEFORE_PARLIAMENT",
                                                "articles", List.of("5", "6(1)(a)", "16"))),
                                "attachments",
                                List.of(Map.of(
                                        "title", "Bill, first reading",
                                        "uri", "https://files.example/bill.pdf",
                                        "sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))))
                .success();
        UUID request = UUID.fromString(submitted.get("requestId").asString());
        narrator.expect(
                "the request is stored and on its way",
                submitted.get("state").asString().equals("SUBMITTED"),
                "%s, marking %s"
                        .formatted(
                                submitted.get("reference").asString(),
                                submitted.get("tlp").asString()));
        JsonNode receipt = narrator.await(
                "the gate's receipt", () -> firstReceipt(xa.get(at(request)).success()));
        narrator.expect(
                "the gate released it to UNODC and to nobody else",
                receipt.get("outcome").asString().equals("RELEASED")
                        && receipt.get("releasedTo").toString().equals("[\"unodc\",\"unodc-field-south\"]"),
                "receipt: %s to %s".formatted(receipt.get("outcome").asString(), receipt.get("releasedTo")));
        return request;
    }

    private void answer(UUID request) {
        narrator.chapter("2. UNODC answers");
        JsonNode arrived = narrator.await("the request at UNODC's desk", () -> atUnodc(request));
        narrator.expect(
                "the request is at UNODC's desk, which is to acknowledge it",
                isToBeAcknowledged(arrived),
                "%s: %s"
                        .formatted(
                                arrived.get("reference").asString(),
                                arrived.get("subject").asString()));
        unodc.post(at(request) + "/acknowledge", Map.of("version", 0)).success();
        unodc.post(at(request) + "/assign", Map.of("version", 1, "to", "legal desk"))
                .success();
        unodc.post(
                        at(request) + "/accept",
                        Map.of("version", 2, "conditions", List.of("Comments are not legal advice")))
                .success();
        JsonNode seen = narrator.await(
                "UNODC's acceptance at XA",
                () -> Optional.of(xa.get(at(request)).success())
                        .filter(view -> view.get("state").asString().equals("ACCEPTED")));
        narrator.expect(
                "XA's officer sees that it was acknowledged, assigned and accepted",
                seen.get("timeline").size() == 3,
                "timeline: " + steps(seen));
    }

    private void warn() {
        narrator.chapter("3. IOM warns of a new route");
        JsonNode alert = iom.post("/api/v1/alerts/routes", Alerts.newRoute()).success();
        String eventId = alert.get("eventId").asString();
        for (OfficerDesk desk : List.of(xa, xb)) {
            JsonNode received = narrator.await(
                    "the alert",
                    () -> Optional.of(desk.get("/api/v1/alerts/routes/received/" + eventId))
                            .filter(answer -> answer.status() == 200)
                            .map(OfficerDesk.Answer::body));
            narrator.expect(
                    "%s has the alert, unnamed: it is marked GREEN".formatted(desk == xa ? "XA" : "XB"),
                    true,
                    "received at " + received.get("receivedAt").asString());
        }
    }

    private void pry(UUID request) {
        narrator.chapter("4. State XB, with its own valid token and a plain Kafka client, tries to see more");
        narrator.expect(
                "XB's service knows nothing of the request",
                xb.get(at(request)).status() == 404,
                "HTTP " + xb.get(at(request)).status());
        narrator.expect(
                "XB's inboxes hold nothing of it",
                !intruder.holdsAnythingOf(request, List.of("alerts", "cooperation")),
                "every record of inbox.xb.alerts and inbox.xb.cooperation was read");
        for (String topic : List.of(
                "outbox.xa",
                "inbox.unodc.cooperation",
                "inbox.xa.cooperation",
                "inbox.xa.receipts",
                "audit.decisions")) {
            refused("reading " + topic, intruder.read(topic));
        }
        refused("joining the consumer group of XA's service", intruder.join("xa.desk"));
        for (String topic : List.of("outbox.xa", "outbox.unodc", "inbox.xa.cooperation")) {
            refused("writing to " + topic, intruder.write(topic));
        }
    }

    private void forge(UUID request) {
        narrator.chapter("5. XB puts a refusal in UNODC's name into its own outbox");
        String dispatch = intruder.forgeRefusalBy("unodc", request);
        Receipt receipt = narrator.await("the gate's receipt", () -> intruder.receiptFor(dispatch));
        narrator.expect(
                "the gate refuses it",
                receipt.getOutcome() == Outcome.REFUSED
                        && receipt.getReleasedTo().isEmpty(),
                "receipt: %s by rule %s: %s"
                        .formatted(
                                receipt.getOutcome(),
                                receipt.getRule().orElse("-"),
                                receipt.getReason().orElse("-")));
        String state = xa.get(at(request)).success().get("state").asString();
        narrator.expect("XA's request is still accepted", state.equals("ACCEPTED"), "state: " + state);
    }

    private void refused(String attempt, Optional<KafkaException> refusal) {
        narrator.expect(
                attempt + " is refused by the broker",
                refusal.filter(Demo::isAuthorization).isPresent(),
                refusal.map(answer -> "broker: " + answer.getMessage()).orElse("the broker allowed it"));
    }

    private static boolean isAuthorization(KafkaException refusal) {
        return refusal instanceof AuthorizationException || refusal.getCause() instanceof AuthorizationException;
    }

    private static String at(UUID request) {
        return REQUESTS + "/" + request;
    }

    private Optional<JsonNode> atUnodc(UUID request) {
        OfficerDesk.Answer answer = unodc.get(at(request));
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.success());
    }

    private static boolean isToBeAcknowledged(JsonNode view) {
        return view.at("/addressees/0/nextSteps")
                .valueStream()
                .anyMatch(step -> step.asString().equals("ACKNOWLEDGE"));
    }

    private static Optional<JsonNode> firstReceipt(JsonNode view) {
        return StreamSupport.stream(view.get("receipts").spliterator(), false)
                .flatMap(sent -> StreamSupport.stream(sent.get("answers").spliterator(), false))
                .findFirst();
    }

    private static String steps(JsonNode view) {
        return StreamSupport.stream(view.get("timeline").spliterator(), false)
                .map(step -> "%s by %s"
                        .formatted(step.get("to").asString(), step.get("party").asString()))
                .toList()
                .toString();
    }

    @Override
    public void close() {
        List.of(xa, xb, unodc, iom).forEach(OfficerDesk::close);
    }
}
