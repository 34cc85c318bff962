package org.heliograph.desk.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Details;
import org.heliograph.cooperation.Fulfilment;
import org.heliograph.cooperation.Ground;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.requests.SimulatedParty.Crash;
import org.heliograph.desk.requests.SimulatedParty.Flaw;
import org.heliograph.desk.requests.SimulatedParty.Letter;
import org.heliograph.events.CoopAct;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.LegislativeStage;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;

/**
 * One request of XA to XB and XC, which may be a joint matter. Officers act as chance has it, sometimes two on one
 * version; time passes; clocks are looked at; each letter comes late, early, in any order and more than once; and each
 * party dies within a transaction or right after it, and goes on from its database.
 */
final class Simulation {

    private static final Caller OFFICER = new Caller("officer");
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    /** What ends a request is taken once in so many times that it could be: else few would come far. */
    private static final Map<CoopAct, Integer> SELDOM = Map.of(CoopAct.DECLINE, 12, CoopAct.WITHDRAW, 25);

    final Map<String, SimulatedParty> parties = new TreeMap<>();
    final List<Letter> said = new ArrayList<>();
    final UUID requestId = new UUID(7, 7);
    final boolean joint;
    private final Random random;
    private final Instant[] now = {START};

    Simulation(long seed, Flaw flaw) {
        random = new Random(seed);
        joint = random.nextBoolean();
        for (String name : List.of("xa", "xb", "xc")) {
            Duration skew = Duration.ofSeconds(random.nextInt(600) - 300L);
            parties.put(name, new SimulatedParty(name, now, skew, flaw));
        }
    }

    /** Until nothing is on its way and nobody acts any more. */
    void run(int moves) {
        CooperationRequest request = request();
        while (!party("xa").has(requestId)) {
            mayDie(party("xa"), () -> party("xa").submit(request, envelope(request)));
        }
        for (int i = 0; i < moves; i++) {
            move();
        }
        settle();
    }

    /** Lets so long pass that all ends that ends by itself. */
    void outlast() {
        for (int i = 0; i < 30; i++) {
            now[0] = now[0].plus(Duration.ofDays(15));
            parties.values().forEach(party -> party.round.go());
            settle();
        }
    }

    SimulatedParty party(String name) {
        SimulatedParty party = parties.get(name);
        if (party == null) {
            throw new AssertionError("nobody is called " + name);
        }
        return party;
    }

    List<String> addressees() {
        return List.of("xb", "xc");
    }

    private void move() {
        collect();
        SimulatedParty someone = anyOf(List.copyOf(parties.values()));
        switch (random.nextInt(8)) {
            case 0, 1 -> mayDie(party("xb"), () -> act(party("xb")));
            case 2 -> mayDie(party("xc"), () -> act(party("xc")));
            case 3 -> mayDie(party("xa"), this::command);
            case 4 -> {
                now[0] = now[0].plus(Duration.ofMinutes(random.nextInt(random.nextInt(20) == 0 ? 60_000 : 600)));
                mayDie(someone, someone.round::go);
            }
            default -> deliverOne(someone);
        }
    }

    /** Does something at a party that dies in the middle of it once in a while. */
    private boolean mayDie(SimulatedParty party, Runnable deed) {
        if (random.nextInt(6) == 0) {
            party.dieAfter(random.nextInt(16));
        }
        try {
            deed.run();
            return true;
        } catch (Crash crash) {
            return false;
        } finally {
            party.startAnew();
        }
    }

    private void collect() {
        parties.values().stream().flatMap(party -> party.take().stream()).forEach(letter -> {
            said.add(letter);
            letter.to().forEach(to -> party(to).coming.add(letter));
        });
    }

    private void deliverOne(SimulatedParty to) {
        List<Letter> letters = to.coming;
        if (!letters.isEmpty()) {
            Letter letter = anyOf(letters);
            boolean taken = mayDie(to, () -> to.receive(letter.event()));
            // Whoever dies after the commit has it again, as has whoever took it before the gate wrote it twice.
            if (taken && random.nextInt(3) > 0) {
                letters.remove(letter);
            }
        }
    }

    private void settle() {
        collect();
        while (parties.values().stream().anyMatch(party -> !party.coming.isEmpty())) {
            for (SimulatedParty party : parties.values()) {
                List<Letter> letters = party.coming;
                while (!letters.isEmpty()) {
                    party.receive(letters.remove(random.nextInt(letters.size())).event());
                }
            }
            collect();
        }
    }

    /** An officer of an addressee; now and then one who looked some time ago, or a second one at the same moment. */
    private void act(SimulatedParty at) {
        if (!at.has(requestId)) {
            return;
        }
        List<CoopAct> possible = wanted(at.possible(requestId, at.name, Actor.ADDRESSEE));
        if (possible.isEmpty()) {
            return;
        }
        int seen = at.instance(requestId, at.name).seq();
        int version = random.nextInt(10) == 0 ? seen - 1 : seen;
        Action action = action(anyOf(possible));
        Casework.Result result = at.casework.act(requestId, version, action, OFFICER);
        if (version != seen && !(result instanceof Casework.Result.Outdated)) {
            throw new AssertionError("who had not seen step %d got %s".formatted(seen, result));
        }
        if (result instanceof Casework.Result.Taken
                && random.nextInt(5) == 0
                && !(at.casework.act(requestId, version, action, OFFICER) instanceof Casework.Result.Outdated)) {
            throw new AssertionError("two officers both won with " + action);
        }
    }

    private void command() {
        SimulatedParty xa = party("xa");
        String to = anyOf(addressees());
        List<CoopAct> possible = wanted(xa.possible(requestId, to, Actor.REQUESTER));
        if (possible.isEmpty()) {
            return;
        }
        Action action = action(anyOf(possible));
        if (action instanceof Action.Withdraw withdraw) {
            xa.commands.withdraw(requestId, withdraw, OFFICER);
        } else {
            xa.commands.send(requestId, to, xa.instance(requestId, to).seq(), action, OFFICER);
        }
    }

    private List<CoopAct> wanted(Set<CoopAct> possible) {
        return possible.stream()
                .filter(act -> random.nextInt(SELDOM.getOrDefault(act, 1)) == 0)
                .toList();
    }

    private <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Action action(CoopAct act) {
        return switch (act) {
            case ACKNOWLEDGE -> new Action.Acknowledge();
            case ASSIGN -> new Action.Assign("legal desk");
            case ASK -> new Action.Ask(List.of("Which article?"));
            case ANSWER -> new Action.Answer("Article 6");
            case ACCEPT -> new Action.Accept(List.of("in English"));
            case POSTPONE ->
                new Action.Postpone(
                        new Ground(ReasonCode.NO_CAPACITY, "Not this month", null),
                        now[0].plus(Duration.ofDays(1L + random.nextInt(60))));
            case CONSULT -> new Action.Consult(new Ground(ReasonCode.NOT_IN_CONFORMITY, "There is no seal", null));
            case DECLINE -> new Action.Decline(new Ground(ReasonCode.DUPLICATE, "Asked twice", null));
            case START -> new Action.Start();
            case FULFIL ->
                new Action.Fulfil(new Fulfilment(
                        false,
                        "Half of it",
                        List.of("https://example.org/1"),
                        new TreeMap<>(Map.of("arrests", 2)),
                        null));
            case CONFIRM -> new Action.Confirm();
            case REOPEN -> new Action.Reopen("The annex is missing");
            case WITHDRAW -> new Action.Withdraw(null);
            case LAPSE, WARN, ESCALATE, SET_ASIDE, UNKNOWN -> throw new AssertionError("no officer does " + act);
        };
    }

    CooperationRequest request() {
        Details details = joint
                ? new Details.JointInvestigation(
                        "Boats by night", List.of("north bay"), List.of("xa", "xb", "xc"), "xa")
                : new Details.LegislativeAssistance("Bill 12", LegislativeStage.PLANNED, List.of("6"));
        RequestKind kind = joint ? RequestKind.JOINT_INVESTIGATION : RequestKind.LEGISLATIVE_ASSISTANCE;
        Purpose purpose = joint ? Purpose.OPERATIONAL_LE : Purpose.LEGAL_COOPERATION;
        Envelope opening = envelope(purpose);
        return new CooperationRequest(
                new CaseFile(requestId, Status.EXERCISE),
                Direction.OUT,
                "XA-2026-000001",
                "xa",
                "officer",
                addressees(),
                new Content(
                        kind,
                        "Subject",
                        "Facts",
                        "Help",
                        "Article 18",
                        "en",
                        Urgency.EXPECTED,
                        null,
                        List.of(),
                        details),
                Priority.MEDIUM,
                Handling.of(opening),
                opening.getEventId(),
                opening.getOccurredAt());
    }

    private Envelope envelope(CooperationRequest request) {
        return Envelope.newBuilder(envelope(request.handling().purposes().getFirst()))
                .setEventId(request.eventId())
                .build();
    }

    private Envelope envelope(Purpose purpose) {
        return party("xa")
                .envelopes
                .build(
                        EventTypes.REQUEST,
                        new CaseFile(requestId, Status.EXERCISE),
                        Lane.COOPERATION,
                        MessageType.ALERT,
                        Priority.MEDIUM,
                        new Handling(Tlp.AMBER, List.of(), null, List.of(purpose), null, false),
                        OFFICER,
                        null);
    }
}
