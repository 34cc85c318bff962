package org.heliograph.sharing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.DeliveryFacts;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Position;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Source;
import org.heliograph.events.SourceFacts;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Variants;

/**
 * What the audit keeps of an offer, so that it can be judged again by another policy, and the way back to an offer that
 * is judged as the first one would be. Nothing of what the event says is kept: of numbers, positions and notes only
 * whether a rule minds them, which no policy changes. Pure, any thread.
 */
public final class Facts {

    private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z][a-z0-9.-]{0,127}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String NO_ID = "?";
    private static final String SOME = "some";
    private static final UUID SOME_ID = new UUID(0, 0);

    /** An audit record has to fit into a Kafka record, whatever a sender names. */
    private static final int MOST_NAMES = 500;

    private static final int MOST_SOURCES = 50;

    private Facts() {}

    /**
     * What is kept of an offer that was judged.
     *
     * @param at when it was judged
     * @return empty if it names more than an audit record can hold
     */
    public static Optional<JudgedFacts> of(Policy policy, Offer offer, Instant at) {
        Envelope envelope = offer.envelope();
        List<String> to = names(offer.distribution().getReleasableTo());
        List<String> notTo = names(offer.distribution().getNotReleasableTo());
        List<SourceFacts> sources = sources(envelope.getSources());
        if (to.size() + notTo.size() > MOST_NAMES || sources.size() > MOST_SOURCES) {
            return Optional.empty();
        }
        Optional<String> variantField = policy.event(envelope.getEventType())
                .map(EventPolicy::variants)
                .filter(variants -> !variants.areNone())
                .map(Variants::field);
        return Optional.of(JudgedFacts.newBuilder()
                .setSchemaName(offer.schemaName())
                .setLane(envelope.getLane().name())
                .setStatus(envelope.getStatus().name())
                .setHandlingCodes(words(envelope.getHandlingCodes()))
                .setNoted(envelope.getHandlingNote()
                        .filter(note -> !note.isBlank())
                        .isPresent())
                .setPurposes(words(envelope.getPermittedPurposes()))
                .setPersonalData(envelope.getContainsPersonalData())
                .setRetainUntil(envelope.getRetainUntil().orElse(null))
                .setReleasableTo(to)
                .setNotReleasableTo(notTo)
                .setSources(sources)
                .setRefers(envelope.getCorrelationId().isPresent()
                        || envelope.getCausationId().isPresent())
                .setVariantField(variantField.orElse(null))
                .setVariant(variantField.flatMap(offer::field).map(Facts::word).orElse(null))
                .setCountry(country(offer).orElse(null))
                .setTakesBack(Recall.isOne(offer))
                .setTargetType(targetType(offer)
                        .map(type -> matching(EVENT_TYPE, type))
                        .orElse(null))
                .setDelivery(DeliveryNotice.of(offer).map(Facts::delivery).orElse(null))
                .setDisclosive(Statistics.disclosure(offer, at).isPresent())
                .setFine(!Coordinates.areShareable(offer.positions(), envelope.getTlp()))
                .build());
    }

    /**
     * An offer that the policy judges as it would judge the one that was audited, at the same instant.
     *
     * @return empty if the record does not hold enough for this policy: it has no facts, or the policy tells variants
     *     apart by a field that was not looked at, or a word is of a later release
     */
    public static Optional<Offer> offer(AuditDecision decision, Policy policy) {
        try {
            return decision.getFacts()
                    .filter(facts -> isVariantKnown(decision, facts, policy))
                    .map(facts -> offer(decision, facts));
        } catch (IllegalArgumentException unknownWord) {
            return Optional.empty();
        }
    }

    private static boolean isVariantKnown(AuditDecision decision, JudgedFacts facts, Policy policy) {
        return decision.getEventType()
                .flatMap(policy::event)
                .map(EventPolicy::variants)
                .filter(variants -> !variants.areNone())
                .map(Variants::field)
                .map(field ->
                        facts.getVariantField().filter(field::equals).isPresent() && !Offer.JUDGED.contains(field))
                .orElse(true);
    }

    private static Offer offer(AuditDecision decision, JudgedFacts facts) {
        return new Offer(
                decision.getOriginator(),
                facts.getSchemaName(),
                envelope(decision, facts),
                new Distribution(facts.getReleasableTo(), facts.getNotReleasableTo()),
                facts.getFine() ? List.of(new Position(Double.NaN, Double.NaN, null)) : List.of(),
                fields(facts));
    }

    private static Envelope envelope(AuditDecision decision, JudgedFacts facts) {
        return Envelope.newBuilder()
                .setEventId(SOME_ID)
                // What is too long for the audit is no type of event, and no id that a case has.
                .setEventType(decision.getEventType().orElse(NO_ID))
                .setOccurredAt(decision.getDecidedAt())
                .setPublishedAt(decision.getDecidedAt())
                .setOriginatorParty(decision.getOriginator())
                .setOriginatorRole(SOME)
                .setContextId(decision.getContextId().orElse(NO_ID))
                .setCorrelationId(facts.getRefers() ? SOME : null)
                .setStatus(Status.valueOf(facts.getStatus()))
                .setMsgType(MessageType.UNKNOWN)
                .setPriority(Priority.UNKNOWN)
                .setTlp(Tlp.valueOf(decision.getTlp().orElse(NO_ID)))
                .setHandlingCodes(codes(facts.getHandlingCodes()))
                .setHandlingNote(facts.getNoted() ? SOME : null)
                .setPermittedPurposes(
                        facts.getPurposes().stream().map(Purpose::valueOf).toList())
                .setRetainUntil(facts.getRetainUntil().orElse(null))
                .setLane(Lane.valueOf(facts.getLane()))
                .setContainsPersonalData(facts.getPersonalData())
                .setSources(facts.getSources().stream().map(Facts::source).toList())
                .build();
    }

    /** Such that each rule that looks at a field finds what it found. */
    private static SortedMap<String, String> fields(JudgedFacts facts) {
        SortedMap<String, String> fields = new TreeMap<>();
        facts.getCountry().ifPresent(country -> fields.put("country", country));
        if (facts.getTakesBack()) {
            fields.put("action", "RECALL");
        }
        facts.getTargetType().ifPresent(type -> {
            fields.put("targetEventId", SOME_ID.toString());
            fields.put("targetEventType", type);
        });
        facts.getDelivery().ifPresent(delivery -> {
            fields.put("targetEventId", delivery.getTargetEventId());
            fields.put("targetOriginator", delivery.getTargetOriginator());
            fields.put("deliveryAct", delivery.getAct());
            fields.put("decidedBy", delivery.getDecidedBy());
        });
        if (!facts.getDisclosive()) {
            fields.put("geoLevel", GeoLevel.ADM0.name());
            fields.put("period", "2000-01");
        }
        facts.getVariantField().ifPresent(field -> facts.getVariant().ifPresent(value -> fields.put(field, value)));
        return fields;
    }

    private static Optional<String> targetType(Offer offer) {
        return Recall.targetType(offer).or(() -> DeliveryNotice.of(offer).map(DeliveryNotice::eventType));
    }

    private static DeliveryFacts delivery(DeliveryNotice notice) {
        return new DeliveryFacts(
                notice.eventId().toString(), matching(PARTY, notice.originator()), notice.act(), notice.decidedBy());
    }

    private static List<String> names(Collection<String> named) {
        Set<String> names = new LinkedHashSet<>();
        named.forEach(name -> names.add(matching(PARTY, name)));
        return List.copyOf(names);
    }

    private static List<SourceFacts> sources(Collection<Source> stated) {
        Set<SourceFacts> sources = new LinkedHashSet<>();
        stated.forEach(source -> sources.add(new SourceFacts(
                matching(PARTY, source.getOriginatorParty()),
                source.getTlp().name(),
                words(source.getHandlingCodes()))));
        return List.copyOf(sources);
    }

    private static Source source(SourceFacts facts) {
        return new Source(SOME_ID, facts.getOriginator(), Tlp.valueOf(facts.getTlp()), codes(facts.getHandlingCodes()));
    }

    /** Only where a rule asks for it. */
    private static Optional<String> country(Offer offer) {
        return offer.envelope().getEventType().equals(Acceptance.SPEAKS_OF_A_COUNTRY)
                ? offer.field("country").map(Facts::word)
                : Optional.empty();
    }

    private static List<HandlingCode> codes(Collection<String> words) {
        return words.stream().map(HandlingCode::valueOf).toList();
    }

    private static List<String> words(Collection<? extends Enum<?>> values) {
        return new ArrayList<>(
                new LinkedHashSet<>(values.stream().map(Enum::name).toList()));
    }

    private static String word(String text) {
        return matching(WORD, text);
    }

    private static String matching(Pattern form, String text) {
        return form.matcher(text).matches() ? text : NO_ID;
    }
}
