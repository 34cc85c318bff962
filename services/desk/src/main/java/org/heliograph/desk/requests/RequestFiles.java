package org.heliograph.desk.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.RequestState;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;

/** Reads requests. */
public final class RequestFiles {

    private static final List<RequestState> OPEN =
            List.of(RequestState.SUBMITTED, RequestState.ACKNOWLEDGED, RequestState.ACCEPTED);

    private final JdbcRequests requests;
    private final JdbcSteps steps;
    private final Receipts receipts;

    RequestFiles(JdbcRequests requests, JdbcSteps steps, Receipts receipts) {
        this.requests = requests;
        this.steps = steps;
        this.receipts = receipts;
    }

    /** Newest first; null and empty mean any. */
    public PageOf<Listed> list(@Nullable Direction direction, List<RequestState> states, int page, int size) {
        List<CooperationRequest> found = requests.list(direction, states, page, size);
        Map<UUID, List<Standing>> standings =
                requests.standings(found.stream().map(CooperationRequest::id).toList());
        return new PageOf<>(
                found.stream()
                        .map(request -> new Listed(request, standings.getOrDefault(request.id(), List.of())))
                        .toList(),
                page,
                size,
                requests.count(direction, states));
    }

    /** Requests addressed to this party that are not over. */
    public PageOf<Listed> workList(int page, int size) {
        return list(Direction.IN, OPEN, page, size);
    }

    /** Empty for what this party neither sent nor got. */
    public Optional<RequestFile> find(UUID requestId) {
        return requests.find(requestId).map(this::file);
    }

    private RequestFile file(CooperationRequest request) {
        List<Standing> standings = requests.standings(request.id());
        Map<String, Standing> byAddressee =
                standings.stream().collect(Collectors.toMap(Standing::addressee, Function.identity()));
        List<RecordedStep> timeline = steps.of(request.id()).stream()
                .filter(recorded -> {
                    @Nullable Standing standing = byAddressee.get(recorded.addressee());
                    return standing != null && recorded.step().seq() <= standing.version();
                })
                .sorted(Comparator.comparing(
                                (RecordedStep recorded) -> recorded.step().at())
                        .thenComparing(RecordedStep::addressee)
                        .thenComparing(recorded -> recorded.step().seq()))
                .toList();
        List<Withdrawal> withdrawals = steps.withdrawals(request.id());
        return new RequestFile(request, standings, timeline, withdrawals, sent(request, timeline, withdrawals));
    }

    private List<RequestFile.Sent> sent(
            CooperationRequest request, List<RecordedStep> timeline, List<Withdrawal> withdrawals) {
        List<RequestFile.Sent> sent = new ArrayList<>();
        switch (request.direction()) {
            case OUT -> {
                sent.add(sent(request.eventId(), EventTypes.REQUEST));
                withdrawals.forEach(withdrawal -> sent.add(sent(withdrawal.eventId(), EventTypes.EVENT)));
            }
            case IN -> timeline.forEach(recorded -> sent.add(sent(recorded.eventId(), EventTypes.EVENT)));
        }
        return sent;
    }

    private RequestFile.Sent sent(UUID eventId, String eventType) {
        return new RequestFile.Sent(eventId, eventType, receipts.of(eventId));
    }
}
