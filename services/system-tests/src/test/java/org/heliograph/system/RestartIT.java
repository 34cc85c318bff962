package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OfficerDesk.Answer;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * At each step of a request's story one of those who carry it dies and is started again: the requester's service, the
 * addressee's, or the gate. Nothing is lost and nothing happens twice.
 */
@HeliographStack
class RestartIT {

    private static final List<Component> MORTAL = List.of(Component.XA, Component.UNODC, Component.GATE);

    /** As many as the story has steps. */
    private static final List<Component> THREE_TIMES =
            Stream.of(MORTAL, MORTAL, MORTAL).flatMap(List::stream).toList();

    /** What XA and UNODC do to the request once it is submitted; each leads to the state beside it. */
    private static final List<Act> STORY = List.of(
            new Act(Component.UNODC, "acknowledge", Map.of(), "ACKNOWLEDGED"),
            new Act(Component.UNODC, "assign", Map.of("to", "legal desk"), "ASSIGNED"),
            new Act(Component.UNODC, "ask", Map.of("questions", List.of("Which article?")), "INFO_NEEDED"),
            new Act(Component.XA, "answer", Map.of("addressee", "unodc", "text", "Article 6"), "ASSIGNED"),
            new Act(Component.UNODC, "accept", Map.of(), "ACCEPTED"),
            new Act(Component.UNODC, "start", Map.of(), "IN_PROGRESS"),
            new Act(
                    Component.UNODC,
                    "fulfil",
                    Map.of("whole", true, "summary", "Sent", "results", List.of("https://example.org/advice")),
                    "FULFILLED"),
            new Act(Component.XA, "confirm", Map.of("addressee", "unodc"), "CLOSED"));

    private final Stack stack;

    RestartIT(Stack stack) {
        this.stack = stack;
    }

    private record Act(Component by, String name, Map<String, Object> says, String leadsTo) {}

    @Test
    void nothingIsLostAndNothingHappensTwiceThoughEachDiesOnce() {
        tell(new Random(20_261_128), MORTAL);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void nothingIsLostAndNothingHappensTwiceWhoeverDiesAtWhichStep(long seed) {
        tell(new Random(seed), THREE_TIMES);
    }

    /** {@code -Dheliograph.seeds=100-120} takes others. */
    static LongStream nothingIsLostAndNothingHappensTwiceWhoeverDiesAtWhichStep() {
        String[] bounds = System.getProperty("heliograph.seeds", "1-2").split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
    }

    /** The whole story; at steps that chance chooses, these die. */
    private void tell(Random random, List<Component> dying) {
        List<Optional<Component>> victims = victims(random, dying);
        System.out.printf("restart: who dies: %s%n", victims);

        UUID request = around(victims.getFirst(), Component.XA, random, () -> as(Component.XA, Requests::submit));
        as(Component.UNODC, unodc -> Requests.awaitAt(unodc, request));
        for (int i = 0; i < STORY.size(); i++) {
            Act act = STORY.get(i);
            Map<String, Object> body = new TreeMap<>(act.says());
            body.put("version", i);
            String path = Requests.at(request) + "/" + act.name();

            Answer answer =
                    around(victims.get(i + 1), act.by(), random, () -> as(act.by(), desk -> desk.post(path, body)));

            assertThat(answer.status()).as("%s: %s", act.name(), answer.body()).isIn(200, 202);
            as(Component.UNODC, unodc -> Requests.awaitState(unodc, request, act.leadsTo()));
            as(Component.XA, xa -> Requests.awaitState(xa, request, act.leadsTo()));
        }

        assertTold(request);
    }

    /** One for each step, the submission among these. */
    private static List<Optional<Component>> victims(Random random, List<Component> dying) {
        List<Optional<Component>> victims =
                new ArrayList<>(dying.stream().map(Optional::of).toList());
        while (victims.size() <= STORY.size()) {
            victims.add(Optional.empty());
        }
        Collections.shuffle(victims, random);
        return victims;
    }

    /**
     * Does something while the victim is down, as chance has it and unless it is the victim that does it; or else kills
     * the victim as soon as it is done, when nobody else may have heard of it.
     */
    private <T> T around(Optional<Component> dying, Component doer, Random random, Supplier<T> deed) {
        if (dying.isEmpty()) {
            return deed.get();
        }
        Component victim = dying.get();
        boolean before = random.nextBoolean() && victim != doer;
        if (before) {
            stack.kill(victim);
        }
        try {
            return deed.get();
        } finally {
            if (!before) {
                stack.kill(victim);
            }
            stack.start(victim);
        }
    }

    /** As an officer who has just signed in: the whole story may take longer than a token lives. */
    private <T> T as(Component service, Function<OfficerDesk, T> deed) {
        try (OfficerDesk desk = new OfficerDesk(stack, service)) {
            return deed.apply(desk);
        }
    }

    /** Both sides tell the same steps, each once and in order; each event of it came once to whom it was for. */
    private void assertTold(UUID request) {
        JsonNode asked = as(Component.XA, xa -> xa.get(Requests.at(request)).success());
        JsonNode done =
                as(Component.UNODC, unodc -> unodc.get(Requests.at(request)).success());
        assertThat(asked.get("timeline")).isEqualTo(done.get("timeline"));
        assertThat(Requests.items(done.get("timeline")))
                .extracting(step -> step.get("seq").asInt() + " "
                        + step.get("act").asString() + " " + step.get("to").asString())
                .containsExactlyElementsOf(IntStream.range(0, STORY.size())
                        .mapToObj(i -> (i + 1) + " " + STORY.get(i).name().toUpperCase(Locale.ROOT) + " "
                                + STORY.get(i).leadsTo())
                        .toList());
        assertThat(asked.at("/addressees/0/commands")).isEmpty();
        assertThat(Stream.of(asked, done)
                        .map(view -> view.at("/addressees/0/version").asInt()))
                .containsOnly(STORY.size());

        try (Ledger ledger = new Ledger(stack);
                PartySystem xaSystem = new PartySystem(stack, "xa");
                PartySystem unodcSystem = new PartySystem(stack, "unodc")) {
            ledger.assertBalanced();
            long commands =
                    STORY.stream().filter(act -> act.by() == Component.XA).count();
            assertThat(unodcSystem.count("inbox.unodc.cooperation", request)).isEqualTo(1 + commands);
            assertThat(xaSystem.count("inbox.xa.cooperation", request)).isEqualTo(STORY.size());
        }
    }
}
