package org.heliograph.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingAction;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.Lane;
import org.heliograph.events.Position;
import org.heliograph.events.PreventionStrategy;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Source;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.testkit.SampleAlerts;
import org.heliograph.testkit.SampleControl;
import org.heliograph.testkit.SampleEvents;
import org.heliograph.testkit.SampleKnowledge;
import org.heliograph.testkit.SampleMaritime;
import org.heliograph.testkit.SampleProtection;

/** Dispatches of all parties and all events, mostly right and wrong in any way; the same again for the same seed. */
final class RandomDispatches {

    private static final List<Function<String, SpecificRecord>> SAMPLES = List.of(
            SampleEvents::alertRoute,
            originator -> SampleEvents.coopRequest(originator, "unodc"),
            originator -> SampleEvents.coopEvent(
                    originator,
                    SampleEvents.cooperation("coop.event", originator).build()),
            SampleEvents::incidentReport,
            originator -> SampleEvents.observation(originator, Tlp.GREEN),
            originator -> SampleEvents.observation(originator, Tlp.CLEAR, "route-9", "2026-01", 7),
            SampleAlerts::documentFraud,
            SampleAlerts::network,
            SampleMaritime::distress,
            SampleMaritime::vesselRequest,
            originator -> SampleMaritime.vesselResponse(originator, UUID.randomUUID()),
            originator -> SampleMaritime.vesselAction(originator, UUID.randomUUID()),
            SampleProtection::referral,
            originator -> SampleProtection.status(originator, UUID.randomUUID()),
            originator -> SampleKnowledge.product(originator, Tlp.CLEAR),
            originator -> SampleKnowledge.legalUpdate(originator, Tlp.CLEAR),
            originator -> SampleKnowledge.strategy(originator, Tlp.GREEN),
            originator -> SampleKnowledge.campaign(originator, Tlp.GREEN),
            originator -> SampleKnowledge.activity(originator, Tlp.GREEN),
            originator -> SampleControl.recall(incident(originator)),
            originator -> SampleControl.confirmation(originator, SampleControl.recall(incident(originator))),
            originator -> SampleControl.returned(originator, incident("xa")));

    private static final String UNKNOWN_PARTY = "nobody-knows";

    private final Random random;
    private final Policy policy;
    private final List<String> senders;
    private final List<String> parties;

    /** @param owner of the outbox in which it is offered */
    record Offered(String owner, SpecificRecord event, Distribution distribution) {

        Set<String> named() {
            Set<String> named = new LinkedHashSet<>(distribution.getReleasableTo());
            named.addAll(distribution.getNotReleasableTo());
            return named;
        }
    }

    RandomDispatches(long seed, Policy policy) {
        this.random = new Random(seed);
        this.policy = policy;
        this.senders = List.copyOf(policy.senders());
        this.parties = List.copyOf(policy.parties().keySet());
    }

    List<Offered> next(int number) {
        List<Offered> offered = new ArrayList<>();
        while (offered.size() < number) {
            offered.add(next());
        }
        return offered;
    }

    private Offered next() {
        Function<String, SpecificRecord> sample = one(SAMPLES);
        String type = envelope(sample.apply("xa")).getEventType();
        List<String> publishers = policy.event(type).map(EventPolicy::publishers).stream()
                .flatMap(Set::stream)
                .toList();
        String owner = in(6) ? one(senders) : one(publishers);
        SpecificRecord event = spoiledContent(sample.apply(in(40) ? one(parties) : owner));
        event.put(0, spoiled(envelope(event)));
        return new Offered(owner, event, distribution(envelope(event).getTlp()));
    }

    private SpecificRecord spoiledContent(SpecificRecord event) {
        return switch (event) {
            case IncidentReport report
            when in(6) ->
                IncidentReport.newBuilder(report)
                        .setPositionWgs84(Position.newBuilder()
                                .setLat(34.5213)
                                .setLon(24.01)
                                .build())
                        .build();
            case CoopRequest request ->
                CoopRequest.newBuilder(request)
                        .setKind(one(List.of(RequestKind.values())))
                        .build();
            case PreventionStrategy plan ->
                PreventionStrategy.newBuilder(plan)
                        .setCountry(one(List.of("XA", "XB")))
                        .build();
            case ControlHandling handling ->
                ControlHandling.newBuilder(handling)
                        .setAction(one(List.of(HandlingAction.RECALL, HandlingAction.DELETE, HandlingAction.RESTRICT)))
                        .setTargetEventType(in(2) ? "alert.imagined" : handling.getTargetEventType())
                        .build();
            case ControlDelivery delivery ->
                ControlDelivery.newBuilder(delivery)
                        .setTargetOriginator(one(List.of("xa", "xb", "unodc", UNKNOWN_PARTY)))
                        .setTargetEventType(in(4) ? "alert.imagined" : delivery.getTargetEventType())
                        .build();
            default -> event;
        };
    }

    private Envelope spoiled(Envelope envelope) {
        Envelope.Builder changed = Envelope.newBuilder(envelope);
        if (in(3)) {
            changed.setTlp(one(List.of(Tlp.values())));
        }
        if (in(3)) {
            changed.setPermittedPurposes(some(List.of(Purpose.values()), 3));
        }
        if (in(15)) {
            changed.setLane(one(List.of(Lane.values())));
        }
        if (in(5)) {
            changed.setHandlingCodes(some(List.of(HandlingCode.values()), 2));
            changed.setHandlingNote(in(2) ? "Ask first" : null);
        }
        if (in(25)) {
            changed.setContainsPersonalData(true);
            changed.setRetainUntil(in(2) ? envelope.getPublishedAt().plus(Duration.ofDays(random.nextInt(800))) : null);
        }
        if (in(25)) {
            changed.setStatus(Status.TEST);
        }
        if (in(25)) {
            changed.setContextId(one(List.of(
                    "exercise:7",
                    "exercise:two\nlines",
                    "exercise.protection:" + UUID.randomUUID(),
                    "exercise:" + "9".repeat(200))));
        }
        if (in(8)) {
            changed.setSources(List.of(new Source(
                    UUID.randomUUID(),
                    one(parties),
                    one(List.of(Tlp.values())),
                    some(List.of(HandlingCode.values()), 1))));
        }
        return changed.build();
    }

    private Distribution distribution(Tlp marking) {
        List<String> to = new ArrayList<>();
        if (marking != Tlp.CLEAR || in(10)) {
            to.addAll(some(parties, marking == Tlp.GREEN ? 1 : 4));
        }
        if (in(30)) {
            to.add(UNKNOWN_PARTY);
        }
        List<String> notTo = marking != Tlp.CLEAR && in(4) ? some(parties, 2) : List.of();
        return new Distribution(to, notTo);
    }

    private static Envelope envelope(SpecificRecord event) {
        return Optional.of(event.get(0)).map(Envelope.class::cast).orElseThrow();
    }

    private static Envelope incident(String originator) {
        return SampleEvents.incidentReport(originator).getEnvelope();
    }

    /** Up to so many of them, perhaps none, each once. */
    private <T> List<T> some(List<T> values, int most) {
        Set<T> some = new LinkedHashSet<>();
        for (int number = random.nextInt(most + 1); number > 0; number--) {
            some.add(one(values));
        }
        return List.copyOf(some);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean in(int times) {
        return random.nextInt(times) == 0;
    }
}
