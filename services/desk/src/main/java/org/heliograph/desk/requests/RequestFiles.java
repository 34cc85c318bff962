package org.heliograph.desk.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.requests.AddresseeFile.OpenCommand;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.CoopAct;
import org.heliograph.events.requests.KindRules;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;

/** Reads requests. */
public final class RequestFiles {

    private final String party;
    private final Protocol protocol;
    private final Clocks clocks;
    private final JdbcRequests requests;
    private final JdbcSteps steps;
    private final JdbcCommands commands;
    private final Receipts receipts;

    RequestFiles(
            String party,
            Protocol protocol,
            Clocks clocks,
            JdbcRequests requests,
            JdbcSteps steps,
            JdbcCommands commands,
            Receipts receipts) {
        this.party = party;
        this.protocol = protocol;
        this.clocks = clocks;
        this.requests = requests;
        this.steps = steps;
        this.commands = commands;
        this.receipts = receipts;
    }

    /** Newest first. Where a text is looked for, no more than 1,000 are counted. */
    public PageOf<Listed> list(RequestFilter filter, int page, int size) {
        long total = requests.count(filter);
        List<CooperationRequest> found = requests.list(filter, total, page, size);
        Map<UUID, List<Standing>> standings =
                requests.standings(found.stream().map(CooperationRequest::id).toList());
        return new PageOf<>(
                found.stream()
                        .map(request -> new Listed(request, standings.getOrDefault(request.id(), List.of()), null))
                        .toList(),
                page,
                size,
                total);
    }

    /** Requests addressed to this party on which it has something to do: what is due first, what is paused last. */
    public PageOf<Listed> workList(int page, int size) {
        List<CooperationRequest> found = requests.byDeadline(party, clocks.now(), page, size);
        Map<UUID, List<RecordedStep>> recorded =
                steps.of(found.stream().map(CooperationRequest::id).toList());
        return new PageOf<>(
                found.stream()
                        .map(request -> listed(request, recorded.getOrDefault(request.id(), List.of())))
                        .toList(),
                page,
                size,
                requests.count(new RequestFilter(Direction.IN, JdbcRequests.OPEN)));
    }

    private Listed listed(CooperationRequest request, List<RecordedStep> recorded) {
        History history = History.of(request, party, recorded);
        return new Listed(request, List.of(history.standing()), deadline(history));
    }

    /** Empty for what this party neither sent nor got. */
    public Optional<RequestFile> find(UUID requestId) {
        return requests.find(requestId).map(this::file);
    }

    /** Of a request that this party is just sending: nobody has answered. */
    RequestFile begun(CooperationRequest request) {
        return file(
                request,
                List.of(),
                List.of(),
                List.of(new RequestFile.Sent(request.eventId(), EventTypes.REQUEST, List.of())));
    }

    private RequestFile file(CooperationRequest request) {
        List<RecordedStep> recorded = steps.of(request.id());
        List<Command> own = request.direction() == Direction.OUT ? commands.of(request.id()) : List.of();
        return file(request, recorded, own, sent(request, recorded, own));
    }

    private RequestFile file(
            CooperationRequest request, List<RecordedStep> recorded, List<Command> own, List<RequestFile.Sent> sent) {
        List<History> histories = histories(addressees(request), request, recorded);
        List<History> others = histories(others(request), request, recorded);
        List<RecordedStep> timeline = Stream.concat(histories.stream(), others.stream())
                .flatMap(history -> history.recorded().stream())
                .sorted(Comparator.comparing((RecordedStep step) -> step.step().at())
                        .thenComparing(RecordedStep::addressee)
                        .thenComparing(step -> step.step().seq()))
                .toList();
        return new RequestFile(
                request,
                histories.stream().map(history -> addressee(history, own)).toList(),
                others.stream().map(RequestFiles::other).toList(),
                timeline,
                sent);
    }

    private static List<History> histories(
            List<String> addressees, CooperationRequest request, List<RecordedStep> recorded) {
        return addressees.stream()
                .map(addressee -> History.of(request, addressee, recorded))
                .toList();
    }

    private List<String> addressees(CooperationRequest request) {
        return switch (request.direction()) {
            case IN -> List.of(party);
            case OUT -> request.addressees().stream().sorted().toList();
        };
    }

    private List<String> others(CooperationRequest request) {
        return request.direction() == Direction.IN
                        && KindRules.isJoint(request.content().kind())
                ? request.addressees().stream()
                        .filter(addressee -> !addressee.equals(party))
                        .sorted()
                        .toList()
                : List.of();
    }

    private static AddresseeFile other(History history) {
        return new AddresseeFile(history.standing(), history.instance().escalation(), null, List.of(), Set.of());
    }

    private AddresseeFile addressee(History history, List<Command> commands) {
        boolean own = history.request().direction() == Direction.IN;
        List<OpenCommand> open = commands.stream()
                .filter(command -> command.addressee().equals(history.addressee()))
                .flatMap(command -> open(command, history).stream())
                .toList();
        Set<CoopAct> next =
                new LinkedHashSet<>(protocol.possible(history.instance(), own ? Actor.ADDRESSEE : Actor.REQUESTER));
        open.stream()
                .filter(command -> command.setAside() == null)
                .forEach(command -> next.remove(command.command().action().act()));
        return new AddresseeFile(
                history.standing(), history.instance().escalation(), own ? deadline(history) : null, open, next);
    }

    private static Optional<OpenCommand> open(Command command, History history) {
        Optional<RecordedStep> answer = history.causedBy(command.eventId());
        if (answer.isEmpty()) {
            return Optional.of(new OpenCommand(command, null));
        }
        return answer.get().step().action() instanceof Action.SetAside(UUID _, Refusal because)
                ? Optional.of(new OpenCommand(command, because))
                : Optional.empty();
    }

    private @Nullable DeadlineReading deadline(History history) {
        return DeadlineReading.of(clocks.read(history), clocks.now()).orElse(null);
    }

    private List<RequestFile.Sent> sent(
            CooperationRequest request, List<RecordedStep> recorded, List<Command> commands) {
        List<RequestFile.Sent> sent = new ArrayList<>();
        switch (request.direction()) {
            case OUT -> {
                sent.add(sent(request.eventId(), EventTypes.REQUEST));
                commands.forEach(command -> sent.add(sent(command.eventId(), EventTypes.EVENT)));
            }
            case IN ->
                recorded.stream()
                        .filter(step -> step.addressee().equals(party))
                        .forEach(step -> sent.add(sent(step.eventId(), EventTypes.EVENT)));
        }
        return sent;
    }

    private RequestFile.Sent sent(UUID eventId, String eventType) {
        return new RequestFile.Sent(eventId, eventType, receipts.of(eventId));
    }
}
