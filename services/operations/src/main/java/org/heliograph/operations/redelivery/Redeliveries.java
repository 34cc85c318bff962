package org.heliograph.operations.redelivery;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.operations.lag.Walls;
import org.heliograph.sharing.policy.Policy;

/**
 * Asks the gate to judge again what was once released to a party. Only what the audit says was released to it is named;
 * whether it gets a copy the gate alone decides, by the policy of then. Any thread; one command at a time.
 */
public final class Redeliveries {

    /** Dispatches that one command may ask for. */
    public static final int MOST = 10_000;

    private final PastAudit audit;
    private final Function<List<PastOffer>, Predicate<PastOffer>> gone;
    private final BiConsumer<Policy, List<Redelivery>> gate;
    private final RedeliveryBooks books;
    private final Supplier<Policy> policy;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Asks nothing yet.
     *
     * @param gone tells which of some offers their outboxes do not hold any more
     * @param gate takes what is to be judged again, all of it or nothing
     * @param policy the version in force
     */
    Redeliveries(
            PastAudit audit,
            Function<List<PastOffer>, Predicate<PastOffer>> gone,
            BiConsumer<Policy, List<Redelivery>> gate,
            RedeliveryBooks books,
            Supplier<Policy> policy,
            InstantSource clock) {
        this.audit = audit;
        this.gone = gone;
        this.gate = gate;
        this.books = books;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is in hand while a command is worked out. */
    private record Found(Policy policy, Forecast forecast, List<PastOffer> offers, RedeliveryPlan plan) {}

    /**
     * What a command would do. Changes nothing.
     *
     * @throws UnknownRedeliveryException if there is no such party
     * @throws RedeliveryRefusedException if it is a protection party, or there are more than {@link #MOST} offers
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    public RedeliveryPlan plan(RedeliveryRequest request) {
        return find(request).plan();
    }

    /**
     * Tells the gate what to judge again. Returns before it does.
     *
     * @param expected id of the plan that the operator has seen; anything else is refused
     * @param operator username
     * @return nothing judged yet; ask for more by the command's id
     * @throws UnknownRedeliveryException if there is no such party
     * @throws RedeliveryRefusedException if the plan is another by now, names nothing, the party may not be asked for,
     *     or the gate is not done with an earlier command for it
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer; nothing is asked then
     */
    public RedeliveryProgress ask(RedeliveryRequest request, String expected, String reason, String operator) {
        lock.lock();
        try {
            books.unfinished(request.party(), clock.instant()).ifPresent(running -> {
                throw new RedeliveryRefusedException(
                        "the gate is at %d of %d of command %s for '%s'; ask again after it"
                                .formatted(running.judged(), running.of(), running.command(), running.party()));
            });
            Found found = find(request);
            if (!found.plan().id().equals(expected)) {
                throw new RedeliveryRefusedException("plan %s is no longer what would be asked for; that is plan %s now"
                        .formatted(expected, found.plan().id()));
            }
            if (found.offers().isEmpty()) {
                throw new RedeliveryRefusedException(
                        "found nothing that was released to '%s' in this time".formatted(request.party()));
            }
            String command = UUID.randomUUID().toString();
            int shown = found.forecast().shown(found.offers()).size();
            gate.accept(
                    found.policy(),
                    found.offers().stream()
                            .map(offer -> new Redelivery(
                                    command,
                                    offer.outbox(),
                                    offer.partition(),
                                    offer.offset(),
                                    request.party(),
                                    operator,
                                    reason,
                                    shown))
                            .toList());
            RedeliveryProgress begun =
                    new RedeliveryProgress(command, request.party(), operator, reason, shown, 0, 0, new TreeMap<>());
            books.begin(begun, clock.instant());
            return begun;
        } finally {
            lock.unlock();
        }
    }

    /**
     * How far the gate has come.
     *
     * @throws UnknownRedeliveryException if no such command is remembered
     */
    public RedeliveryProgress progress(String command) {
        return books.of(command)
                .orElseThrow(() -> new UnknownRedeliveryException("no command %s is known".formatted(command)));
    }

    private Found find(RedeliveryRequest request) {
        Policy inForce = policy.get();
        if (!inForce.parties().containsKey(request.party())) {
            throw new UnknownRedeliveryException("no party '%s'; there are %s"
                    .formatted(request.party(), inForce.parties().keySet()));
        }
        Walls walls = Walls.of(Optional.of(inForce));
        if (walls.hide(request.party())) {
            throw new RedeliveryRefusedException(
                    "'%s' is behind the protection firewall: how much it gets is not for operators"
                                    .formatted(request.party())
                            + ", and there is nobody else who may ask for it");
        }
        PastOffers past = new PastOffers(request, MOST);
        audit.since(request.from(), past::take);
        List<PastOffer> offers = past.all();
        Forecast forecast = new Forecast(inForce, walls, clock.instant());
        RedeliveryPlan plan = forecast.of(id(request, offers), request, offers, gone.apply(offers), past::isRecalled);
        return new Found(inForce, forecast, offers, plan);
    }

    private static String id(RedeliveryRequest request, List<PastOffer> offers) {
        String places = offers.stream().map(PastOffer::place).collect(Collectors.joining("\n"));
        return ChainHash.sha256((request.party() + "\n" + places).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }
}
