package org.heliograph.desk.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Competence;
import org.heliograph.cooperation.Instance;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.WorkCalendar;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OwnEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The code of a party's desk for requests, whole but for the database, the outbox and the clock. It dies wherever it is
 * told to, and what its transaction had done until then is undone.
 */
final class SimulatedParty {

    /** What may be wrong with it, so that the simulation has something to find. */
    enum Flaw {
        NONE,
        /** What was to be sent leaves, though its transaction came to nothing. */
        SENDS_WHAT_WAS_UNDONE,
        /** What was stored stays, though its transaction came to nothing. */
        KEEPS_WHAT_WAS_UNDONE,
        /** A command that comes again is not known. */
        FORGETS_WHAT_LED_TO_A_STEP,
        /** A command that comes before its request is lost. */
        DROPS_COMMANDS_THAT_COME_EARLY,
        /** A step that comes before the one ahead of it is lost. */
        DROPS_STEPS_THAT_COME_EARLY
    }

    /** An event with whom it is for. */
    record Letter(SpecificRecord event, List<String> to) {}

    /** The process ended. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("crashed", null, false, false);
        }
    }

    private static final int NEVER = -1;

    final String name;
    final Casework casework;
    final Commands commands;
    final CoopDispatches dispatches;
    final Envelopes envelopes;
    final Protocol protocol;
    final ClockRound round;
    /** What is on its way to it, in no order. */
    final List<Letter> coming = new ArrayList<>();

    private final Flaw flaw;
    private final CoopRequestHandler requestHandler;
    private final CoopEventHandler eventHandler;
    private final Undoable transaction = new Undoable();
    private final List<Letter> outbox = new ArrayList<>();
    private Tables tables = new Tables();
    private int deedsUntilItDies = NEVER;

    SimulatedParty(String name, Instant[] now, Duration skew, Flaw flaw) {
        this.name = name;
        this.flaw = flaw;
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now[0].plus(skew);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("tells instants only");
            }
        };
        Tables.Stores stores = new Tables.Stores(this::deed);
        Requests requests = stores.requests();
        RecordedSteps steps = flawed(stores.steps());
        KnownCommands known = flawed(stores.commands());
        Clocks clocks = new Clocks(Map.of(), WorkCalendar.ALWAYS, clock);
        protocol = new Protocol(
                clock, new Competence(Set.of(RequestKind.LEGISLATIVE_ASSISTANCE, RequestKind.JOINT_INVESTIGATION)));
        envelopes = new Envelopes(name, clock);
        dispatches = new CoopDispatches(new Letters(), envelopes);
        casework = new Casework(name, protocol, clocks, requests, steps, stores.deadlines(), dispatches, transaction);
        commands = new Commands(protocol, requests, steps, known, dispatches, transaction);
        round = new ClockRound(name, clocks, stores.deadlines(), casework, transaction);
        requestHandler = new CoopRequestHandler(name, requests, known, casework);
        eventHandler = new CoopEventHandler(name, requests, steps, known, casework, new Views(requests, steps));
    }

    private RecordedSteps flawed(RecordedSteps steps) {
        return new RecordedSteps() {
            @Override
            public void insert(UUID requestId, RecordedStep recorded) {
                long known = steps.of(requestId).stream()
                        .filter(step -> step.addressee().equals(recorded.addressee()))
                        .count();
                if (flaw != Flaw.DROPS_STEPS_THAT_COME_EARLY || recorded.step().seq() <= known + 1) {
                    steps.insert(requestId, recorded);
                }
            }

            @Override
            public List<RecordedStep> of(UUID requestId) {
                return steps.of(requestId).stream()
                        .map(step -> flaw == Flaw.FORGETS_WHAT_LED_TO_A_STEP
                                ? new RecordedStep(
                                        step.addressee(), step.step(), step.actorRole(), step.eventId(), null)
                                : step)
                        .toList();
            }
        };
    }

    private KnownCommands flawed(KnownCommands commands) {
        return new KnownCommands() {
            @Override
            public void insert(Command command) {
                if (flaw != Flaw.DROPS_COMMANDS_THAT_COME_EARLY || command.direction() == Direction.OUT) {
                    commands.insert(command);
                }
            }

            @Override
            public List<Command> of(UUID requestId) {
                return commands.of(requestId);
            }
        };
    }

    private Tables deed() {
        if (deedsUntilItDies == 0) {
            throw new Crash();
        }
        if (deedsUntilItDies > 0) {
            deedsUntilItDies--;
        }
        return tables;
    }

    /** Lets the process end once it has read or written so often from now on. */
    void dieAfter(int deeds) {
        deedsUntilItDies = deeds;
    }

    /** A new process on the same database; the old one did not die if it has not yet. */
    void startAnew() {
        deedsUntilItDies = NEVER;
    }

    /** What is in its database. */
    Tables tables() {
        return tables;
    }

    /** What was committed to its outbox since the last call. */
    List<Letter> take() {
        List<Letter> taken = List.copyOf(outbox);
        outbox.clear();
        return taken;
    }

    void submit(CooperationRequest request, Envelope envelope) {
        transaction.executeWithoutResult(_ -> {
            deed().insert(request);
            request.addressees()
                    .forEach(addressee ->
                            deed().stand(request.id(), new Standing(addressee, RequestState.SUBMITTED, 0)));
            dispatches.request(envelope, request);
        });
    }

    /** As the inbox brings it, maybe not for the first time. */
    void receive(SpecificRecord event) {
        Delivery delivery = new Delivery("inbox." + name + ".cooperation", 0, 0, Instant.EPOCH);
        transaction.executeWithoutResult(_ -> {
            switch (event) {
                case CoopRequest request -> requestHandler.handle(request, delivery);
                case CoopEvent step -> eventHandler.handle(step, delivery);
                default -> throw new AssertionError("nobody sends " + event.getSchema());
            }
        });
    }

    /** Where an addressee's instance stands, as far as this party knows. */
    Instance instance(UUID requestId, String addressee) {
        return History.of(request(requestId), addressee, tables.steps(requestId))
                .instance();
    }

    Set<CoopAct> possible(UUID requestId, String addressee, Actor actor) {
        return protocol.possible(instance(requestId, addressee), actor);
    }

    boolean has(UUID requestId) {
        return tables.requests.containsKey(requestId);
    }

    CooperationRequest request(UUID requestId) {
        CooperationRequest request = tables.requests.get(requestId);
        if (request == null) {
            throw new AssertionError(name + " does not have the request");
        }
        return request;
    }

    private final class Letters implements Outbox {

        @Override
        public void add(SpecificRecord event, Distribution distribution) {
            deed();
            outbox.add(new Letter(event, distribution.getReleasableTo()));
        }

        @Override
        public long waiting(String eventType) {
            return 0;
        }

        @Override
        public Optional<OwnEvent> find(UUID eventId) {
            return Optional.empty();
        }

        @Override
        public List<OwnEvent> latest(long offset, int most) {
            return List.of();
        }
    }

    private final class Undoable implements TransactionOperations {

        private boolean running;

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            if (running) {
                return action.doInTransaction(new SimpleTransactionStatus());
            }
            running = true;
            Tables before = tables.copy();
            int sent = outbox.size();
            try {
                T result = action.doInTransaction(new SimpleTransactionStatus());
                deed();
                return result;
            } catch (Crash | RuntimeException undone) {
                if (flaw != Flaw.KEEPS_WHAT_WAS_UNDONE) {
                    tables = before;
                }
                if (flaw != Flaw.SENDS_WHAT_WAS_UNDONE) {
                    outbox.subList(sent, outbox.size()).clear();
                }
                throw undone;
            } finally {
                running = false;
            }
        }
    }
}
