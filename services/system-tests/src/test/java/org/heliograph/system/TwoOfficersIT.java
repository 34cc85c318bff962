package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OfficerDesk.Answer;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two officers who act on one request at the same time, again and again. */
@HeliographStack
class TwoOfficersIT {

    private static final int ROUNDS = 25;

    @Test
    void oneWinsAndTheOtherLearnsWhatChanged(Stack stack) {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk first = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk second = new OfficerDesk(stack, Component.UNODC);
                PartySystem system = new PartySystem(stack, "xa")) {
            List<String> winners = new ArrayList<>();
            UUID request = Requests.submit(xa);
            Requests.awaitAt(first, request);
            first.post(Requests.at(request) + "/acknowledge", Map.of("version", 0))
                    .success();
            // Consulting moves nothing, so that the same two acts can meet again and again.
            for (int version = 1; version <= ROUNDS; version++) {
                List<Answer> answers = atOnce(
                        consult(first, request, version, "NOT_IN_CONFORMITY"),
                        consult(second, request, version, "CONTRARY_TO_LEGAL_SYSTEM"));

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
                Answer won = answers.get(answers.get(0).status() == 200 ? 0 : 1);
                Answer lost = answers.get(answers.get(0).status() == 200 ? 1 : 0);
                JsonNode step = won.body().get("timeline").get(version);
                assertThat(lost.body().get("last")).as("round %d", version).isEqualTo(step);
                assertThat(lost.body().at("/now/version").asInt()).isEqualTo(version + 1);
                assertThat(lost.body().at("/now/state").asString()).isEqualTo("ACKNOWLEDGED");
                winners.add(step.at("/detail/reasonCode").asString());
            }

            JsonNode own = first.get(Requests.at(request)).success();
            assertThat(Requests.items(own.get("timeline")))
                    .extracting(step -> step.get("seq").asInt())
                    .isSorted()
                    .hasSize(1 + ROUNDS);
            assertThat(Requests.items(own.get("timeline")).subList(1, 1 + ROUNDS))
                    .extracting(step -> step.at("/detail/reasonCode").asString())
                    .isEqualTo(winners);
            Requests.awaitVersion(xa, request, 1 + ROUNDS);
            assertThat(xa.get(Requests.at(request)).success().get("timeline")).isEqualTo(own.get("timeline"));
            assertThat(system.count("inbox.xa.cooperation", request)).isEqualTo(1 + ROUNDS);
        }
    }

    private static Supplier<Answer> consult(OfficerDesk officer, UUID request, int version, String ground) {
        return () -> officer.post(
                Requests.at(request) + "/consult",
                Map.of("version", version, "reasonCode", ground, "reason", "Would a seal help?"));
    }

    private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        CyclicBarrier barrier = new CyclicBarrier(2);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            return Stream.of(one, other)
                    .map(officer -> CompletableFuture.supplyAsync(
                            () -> {
                                await(barrier);
                                return officer.get();
                            },
                            executor))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError("the officers did not meet", e);
        }
    }
}
