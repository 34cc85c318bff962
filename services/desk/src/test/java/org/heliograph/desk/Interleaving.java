package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import tools.jackson.databind.JsonNode;

/** Both sides of a request act as they may and as chance has it, while events are late, repeated and out of order. */
final class Interleaving {

    /** What ends a request is taken once in so many times that it could be: else few would come far. */
    private static final Map<String, Integer> SELDOM = Map.of("DECLINE", 20, "WITHDRAW", 30);

    private final TwoDesks desks;
    private final String path;
    private final Random random;
    private final List<Letter> toUnodc = new ArrayList<>();
    private final List<Letter> toXa = new ArrayList<>();

    Interleaving(TwoDesks desks, String requestId, int seed) {
        this.desks = desks;
        this.path = "/api/v1/requests/" + requestId;
        this.random = new Random(seed);
    }

    void run(int moves) {
        for (int i = 0; i < moves; i++) {
            collect();
            switch (random.nextInt(4)) {
                case 0 -> act(desks.unodc);
                case 1 -> act(desks.xa);
                case 2 -> deliverOne(toUnodc, desks.unodc);
                default -> deliverOne(toXa, desks.xa);
            }
        }
    }

    /** Until nothing is on its way. */
    void settle() {
        collect();
        while (!toUnodc.isEmpty() || !toXa.isEmpty()) {
            deliverOne(toUnodc, desks.unodc);
            deliverOne(toXa, desks.xa);
            collect();
        }
    }

    private void collect() {
        toUnodc.addAll(desks.xa.mailbag().take());
        toXa.addAll(desks.unodc.mailbag().take());
    }

    private void deliverOne(List<Letter> letters, TestDesk to) {
        if (!letters.isEmpty()) {
            int index = random.nextInt(letters.size());
            to.receive(letters.get(index).event());
            if (random.nextInt(3) > 0) {
                letters.remove(index);
            }
        }
    }

    private void act(TestDesk desk) {
        Answer seen = desk.get(path);
        if (seen.status() == 404) {
            return;
        }
        JsonNode addressee = seen.body().at("/addressees/0");
        List<String> possible = addressee
                .get("nextSteps")
                .valueStream()
                .map(JsonNode::asString)
                .filter(act -> random.nextInt(SELDOM.getOrDefault(act, 1)) == 0)
                .toList();
        if (possible.isEmpty()) {
            return;
        }
        String act = possible.get(random.nextInt(possible.size()));
        Map<String, Object> body = new TreeMap<>(words(act));
        if (!act.equals("WITHDRAW")) {
            body.put("version", addressee.get("version").asInt());
        }
        if (Set.of("ANSWER", "CONFIRM", "REOPEN").contains(act)) {
            body.put("addressee", "unodc");
        }
        Answer answer = desk.post(path + "/" + act.toLowerCase(Locale.ROOT), body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 202);
    }

    private static Map<String, Object> words(String act) {
        return switch (act) {
            case "ASSIGN" -> Map.of("to", "legal desk");
            case "ASK" -> Map.of("questions", List.of("Which article?"));
            case "ANSWER" -> Map.of("text", "Article 6");
            case "ACCEPT" -> Map.of("conditions", List.of("in English"));
            case "POSTPONE" ->
                Map.of(
                        "reasonCode", "NO_CAPACITY",
                        "reason", "Not this month",
                        "until", Instant.now().plus(Duration.ofDays(30)).toString());
            case "CONSULT" -> Map.of("reasonCode", "NOT_IN_CONFORMITY", "reason", "There is no seal");
            case "DECLINE" -> Map.of("reasonCode", "DUPLICATE", "reason", "Asked twice");
            case "FULFIL" ->
                Map.of("whole", false, "summary", "Half of it", "results", List.of("https://example.org/1"));
            case "REOPEN" -> Map.of("reason", "The annex is missing");
            default -> Map.of();
        };
    }
}
