package org.heliograph.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heliograph.events.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what a committed batch held: a line for each outbox partition, however many records there were, so that no party
 * can flood the log.
 */
final class BatchReport {

    private static final Logger LOG = LoggerFactory.getLogger(BatchReport.class);

    private BatchReport() {}

    static void log(List<Account> accounts) {
        Map<String, List<Account>> byPartition =
                accounts.stream().collect(Collectors.groupingBy(Account::chain, TreeMap::new, Collectors.toList()));
        byPartition.forEach(BatchReport::log);
    }

    private static void log(String partition, List<Account> accounts) {
        Map<Outcome, Long> outcomes =
                accounts.stream().collect(Collectors.groupingBy(Account::outcome, Collectors.counting()));
        LOG.info(
                "event=judged outbox={} released={} refused={} repeated={} offset={}",
                partition,
                outcomes.getOrDefault(Outcome.RELEASED, 0L),
                outcomes.getOrDefault(Outcome.REFUSED, 0L),
                outcomes.getOrDefault(Outcome.REPEATED, 0L),
                accounts.getLast().record().offset());
        List<Account> gaps = accounts.stream()
                .filter(account -> account.ruling().findings().expectedSeq() != null)
                .toList();
        if (!gaps.isEmpty()) {
            Findings first = gaps.getFirst().ruling().findings();
            LOG.warn(
                    "event=sequence-gap outbox={} gaps={} expected={} found={}",
                    partition,
                    gaps.size(),
                    first.expectedSeq(),
                    first.seq());
        }
    }
}
