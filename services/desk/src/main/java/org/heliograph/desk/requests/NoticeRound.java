package org.heliograph.desk.requests;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heliograph.events.RequestKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells those who may know no more than that there is a request, and where it stands, of this party's own ones
 * ({@code coop.notice}). Whom the policy lets be told, the gate says. What was told stands beside the request, written
 * with the event and with the request locked, so that neither a second service nor a restart tells it twice; what could
 * not be told while the gate was away is told later.
 */
public final class NoticeRound {

    private static final Logger log = LoggerFactory.getLogger(NoticeRound.class);
    private static final int AT_ONCE = 200;

    /** Of other kinds nobody is told by metadata. */
    private static final Set<RequestKind> KINDS = EnumSet.of(RequestKind.JOINT_INVESTIGATION);

    private final Addressees readers;
    private final JdbcNotices notices;
    private final JdbcRequests requests;
    private final CoopDispatches dispatches;
    private final TransactionOperations transaction;

    /** @param readers who may be named in a notice */
    NoticeRound(
            Addressees readers,
            JdbcNotices notices,
            JdbcRequests requests,
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
        List<UUID> untold = notices.untold(KINDS, AT_ONCE);
        if (!untold.isEmpty()) {
            Map<RequestKind, List<String>> byKind = readers.byKind().orElse(Map.of());
            untold.forEach(requestId -> tell(requestId, byKind));
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
        // Who takes part gets the request itself.
        List<String> told = byKind.getOrDefault(request.content().kind(), List.of()).stream()
                .filter(reader -> !request.addressees().contains(reader))
                .toList();
        List<Standing> standings = requests.standings(request.id());
        if (told.isEmpty() || notices.told(request.id(), standings)) {
            return;
        }
        notices.put(request.id(), standings, dispatches.notice(request, standings, !notices.told(request.id()), told));
    }
}
