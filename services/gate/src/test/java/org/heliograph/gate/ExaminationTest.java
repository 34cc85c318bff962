package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Examination.PORTION, Examination.PORTION + 1, 10 * Examination.PORTION + 3})
    void givesEachResultOnceInTheOrderOfTheRecords(int number) {
        List<Integer> records = IntStream.range(0, number).boxed().toList();

        List<String> results = new ArrayList<>();
        new Examination<>(records, record -> "result of " + record).forEachRemaining(results::add);

        assertThat(results)
                .isEqualTo(records.stream().map(record -> "result of " + record).toList());
    }

    @Test
    void examinesAFewOnTheCallersThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        new Examination<>(List.of(1, 2, 3), record -> threads.add(Thread.currentThread())).forEachRemaining(_ -> {});

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void endsWithTheFailureOfAnExamination() {
        Examination<Integer, Integer> examination = new Examination<>(
                IntStream.range(0, 3 * Examination.PORTION).boxed().toList(), record -> 1 / (record - 60));

        assertThatThrownBy(() -> examination.forEachRemaining(_ -> {})).hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void hasNothingAfterTheLast() {
        assertThatThrownBy(() -> new Examination<>(List.of(), record -> record).next())
                .isInstanceOf(NoSuchElementException.class);
    }
}
