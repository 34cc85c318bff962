package org.heliograph.desk.requests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.RequestKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells those who may know no more than that there is a request, and where it stands, of this party's own ones
 * ({@code coop.notice}). Whom the policy lets be told, the gate says. That there is something to tell is written with
 * what happened, and that it was told with the event and with the request locked: so neither a second service nor a
 * restart tells it twice, and what could not be told while the gate was away is told later.
 */
public final class NoticeRound {

    private static final Logger log = LoggerFactory.getLogger(NoticeRound.class);
    private static final int AT_ONCE = 200;

    private final Addressees readers;
    private final JdbcNotices notices;
    private final Requests requests;
    private final CoopDispatches dispatches;
    private final TransactionOperations transaction;

    /** @param readers who may be named in a notice */
    NoticeRound(
            Addressees readers,
            JdbcNotices notices,
            Requests requests,
            CoopDispatches dispatches,
            TransactionOperations transaction) {
        this.readers = readers;
        this.notices = notices;
        this.requests = requests;
        this.dispatches = dispatches;
        this.transaction = transaction;
    }

    /** Looks once at what is to be told, up to 200; each request in a transaction of its own. */
    public void go() {
        List<UUID> due = notices.due(AT_ONCE);
        Map<RequestKind, List<String>> byKind =
                due.isEmpty() ? Map.of() : readers.byKind().orElse(Map.of());
        if (!byKind.isEmpty()) {
            due.forEach(requestId -> tell(requestId, byKind));
        }
    }

    private void tell(UUID requestId, Map<RequestKind, List<String>> byKind) {
        try {
            transaction.executeWithoutResult(_ -> requests.lock(requestId).ifPresent(request -> tell(request, byKind)));
        } catch (RuntimeException e) {
            // One request that fails must not keep back what is to be told of the others.
            log.atError().addKeyValue("requestId", requestId).setCause(e).log("notice failed");
        }
    }

    private void tell(CooperationRequest request, Map<RequestKind, List<String>> byKind) {
        List<String> eligible = byKind.getOrDefault(request.content().kind(), List.of());
        if (eligible.isEmpty() || !notices.isDue(request.id())) {
            return;
        }
        // Who takes part gets the request itself.
        List<String> told = eligible.stream()
                .filter(reader -> !request.addressees().contains(reader))
                .toList();
        if (!told.isEmpty()) {
            dispatches.notice(request, requests.standings(request.id()), !notices.told(request.id()), told);
        }
        notices.settle(request.id(), !told.isEmpty());
    }
}
