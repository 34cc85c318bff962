package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.heliograph.desk.TestDesk.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReferencesTest {

    private static final String REQUESTS = "/api/v1/requests";

    private static TestDesk xa;

    @BeforeAll
    static void start() throws IOException {
        xa = TwoDesks.renewed().xa;
    }

    @Test
    void aSubmissionDoesNotWaitForOneThatHasNotCommitted() throws Exception {
        Mailbag.Hold hold = xa.mailbag().holdNext();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Answer> slow = threads.submit(() -> xa.post(REQUESTS, Requests.to("unodc")));
            hold.awaitLetter();
            try {
                Answer other = xa.post(REQUESTS, Requests.to("unodc"));
                assertThat(other.status()).isEqualTo(201);
                hold.release();
                assertThat(slow.get().status()).isEqualTo(201);
                assertThat(reference(slow.get())).isLessThan(reference(other));
            } finally {
                hold.release();
            }
        }
    }

    @Test
    void noTwoRequestsHaveTheSame() throws Exception {
        List<Future<Answer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            answers = threads.invokeAll(IntStream.range(0, 60)
                    .mapToObj(number ->
                            (java.util.concurrent.Callable<Answer>) () -> xa.post(REQUESTS, Requests.to("unodc")))
                    .toList());
        }

        Set<String> references = new HashSet<>();
        for (Future<Answer> answer : answers) {
            references.add(reference(answer.get()));
        }
        assertThat(references).hasSize(60).allMatch(reference -> reference.matches("XA-\\d{4}-\\d{6}"));
    }

    @Test
    void whatIsSentAgainKeepsItsOwnAndLeavesAGap() {
        Map<String, Object> request = Requests.to("unodc");

        String first = reference(xa.post(REQUESTS, request, "Idempotency-Key", "again"));
        String again = reference(xa.post(REQUESTS, request, "Idempotency-Key", "again"));
        String next = reference(xa.post(REQUESTS, request));

        assertThat(again).isEqualTo(first);
        assertThat(number(next)).isGreaterThan(number(first) + 1);
    }

    private static String reference(Answer answer) {
        return answer.body().get("reference").asString();
    }

    private static int number(String reference) {
        return Integer.parseInt(reference.substring(reference.lastIndexOf('-') + 1));
    }
}
