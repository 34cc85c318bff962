package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.fuzz.Choices;
import org.heliograph.sharing.fuzz.Values;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * A record of an outbox: an event that is right for its place in the policy, changed as the choices have it and signed
 * after that, in a dispatch that may be changed too.
 *
 * @param policy by which it is judged
 * @param at when it is judged
 * @param event in the wire format, as it was signed
 * @param isSigned by the party that the event names as its originator, with a key that has not ended
 * @param value what the record holds
 * @param isWhole whether the dispatch is as the originator wrote it
 */
record AnyDispatch(
        GatePolicy policy,
        String owner,
        Instant at,
        Schema schema,
        ByteBuffer event,
        boolean isSigned,
        ByteBuffer value,
        boolean isWhole) {

    static final WholeCatalogue CATALOGUE = new WholeCatalogue();

    private static final Policy POLICY = CATALOGUE.policy().policy();
    private static final List<EventPolicy> EVENTS = List.copyOf(POLICY.events().values());
    private static final List<String> PARTIES = List.copyOf(POLICY.parties().keySet());
    private static final List<String> NAMES =
            Stream.concat(PARTIES.stream(), Stream.of("nobody", "public", "")).toList();
    private static final String WALLED_CASE = WholeCatalogue.CASE.replace("exercise:", "exercise.protection:");
    private static final List<String> WORDS = words();
    private static final List<Instant> TIMES = List.of(
            Events.AT,
            WholeCatalogue.FROM.minusMillis(1),
            WholeCatalogue.UNTIL.minusMillis(1),
            WholeCatalogue.UNTIL,
            Instant.parse("2026-03-02T23:59:59.999Z"));

    static AnyDispatch of(Choices choices) {
        GatePolicy policy = choices.one(List.of(CATALOGUE.policy(), CATALOGUE.suspending()));
        EventPolicy type = choices.one(EVENTS);
        String owner = choices.one(choices.rarely() ? PARTIES : List.copyOf(type.publishers()));
        Instant at = choices.one(TIMES);
        Tlp marking = choices.below(3) > 1 ? choices.one(List.of(Tlp.values())) : type.floor();
        Distribution distribution = distribution(marking, choices);
        GenericRecord event = event(type, owner, marking);
        Values values = new Values(choices, WORDS);
        for (int change = choices.below(6); change > 0; change--) {
            values.change(event);
        }
        byte[] binary = AvroBinary.encode(event);
        String originator = originator(event);
        String signer = choices.rarely() ? choices.one(PARTIES) : originator;
        boolean withEndingKey = choices.rarely();
        String signature = signature(
                event.getSchema(),
                binary,
                withEndingKey ? CATALOGUE.signerUntilFrom(signer) : CATALOGUE.signer(signer));
        byte[] wire = WireValue.join(CATALOGUE.id(type.schema()), binary);
        byte[] whole = dispatch(1L + choices.below(3), distribution, wire, signature);
        byte[] value = choices.rarely() ? changed(whole, choices) : whole;
        boolean inTime = !withEndingKey || at.isBefore(WholeCatalogue.FROM);
        boolean signed = signer.equals(originator) && !signature.isEmpty() && inTime;
        return new AnyDispatch(
                policy,
                owner,
                at,
                event.getSchema(),
                ByteBuffer.wrap(wire),
                signed,
                ByteBuffer.wrap(value),
                Arrays.equals(value, whole));
    }

    static byte[] dispatch(long seq, Distribution distribution, byte[] event, String signature) {
        return WireValue.join(
                CATALOGUE.id(Dispatch.class.getName()),
                AvroBinary.encode(Dispatch.newBuilder()
                        .setSeq(seq)
                        .setDistribution(distribution)
                        .setEvent(ByteBuffer.wrap(event))
                        .setSignature(signature)
                        .build()));
    }

    /** Empty where the party has no key, or where such an event cannot be signed. */
    static String signature(Schema schema, byte[] binary, @Nullable EventSigner signer) {
        if (signer == null) {
            return "";
        }
        try {
            Envelope envelope = AvroBinary.envelope(schema, binary);
            return signer.sign(SignedContent.of(envelope, EventSchemas.fingerprint(schema), binary));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String originator(GenericRecord event) {
        return ((GenericRecord) event.get(AvroBinary.ENVELOPE_FIELD))
                .get("originatorParty")
                .toString();
    }

    /** Everybody, nobody, or some by name. */
    private static Distribution distribution(Tlp marking, Choices choices) {
        List<String> everybody = marking == Tlp.CLEAR ? List.of() : PARTIES;
        List<String> to = switch (choices.below(4)) {
            case 0 -> everybody;
            case 1 -> List.of();
            default -> some(choices);
        };
        return Distribution.newBuilder()
                .setReleasableTo(to)
                .setNotReleasableTo(choices.below(2) > 0 ? some(choices) : List.of())
                .build();
    }

    private static List<String> some(Choices choices) {
        List<String> some = new ArrayList<>();
        for (int name = 1 + choices.below(3); name > 0; name--) {
            some.add(choices.one(NAMES));
        }
        return some;
    }

    /** With the first of all values in its body. */
    private static GenericRecord event(EventPolicy type, String owner, Tlp marking) {
        GenericRecord event = new Values(new Choices(new byte[0]), WORDS).record(CATALOGUE.schema(type.schema()));
        GenericRecord envelope = (GenericRecord) event.get(AvroBinary.ENVELOPE_FIELD);
        envelope.put("eventType", type.type());
        envelope.put("originatorParty", owner);
        envelope.put("contextId", type.lane() == Lane.PROTECTION ? WALLED_CASE : WholeCatalogue.CASE);
        choose(envelope, "status", "EXERCISE");
        choose(envelope, "tlp", marking.name());
        choose(envelope, "lane", type.lane().name());
        Schema purposes = envelope.getSchema().getField("permittedPurposes").schema();
        List<GenericData.EnumSymbol> purpose = List.of(new GenericData.EnumSymbol(
                purposes.getElementType(), type.purposes().iterator().next().name()));
        envelope.put("permittedPurposes", new GenericData.Array<>(purposes, purpose));
        return event;
    }

    private static void choose(GenericRecord envelope, String field, String symbol) {
        envelope.put(
                field,
                new GenericData.EnumSymbol(envelope.getSchema().getField(field).schema(), symbol));
    }

    private static byte[] changed(byte[] value, Choices choices) {
        if (choices.rarely()) {
            return choices.rest();
        }
        byte[] changed = Arrays.copyOf(value, value.length - choices.below(2));
        for (int change = 1 + choices.below(4); change > 0; change--) {
            changed[choices.below(Math.min(changed.length, 1 << 16))] = (byte) choices.below(256);
        }
        return changed;
    }

    /** What a finding is understood by. */
    @Override
    public String toString() {
        return "%s at %s, signed %s, whole %s: %s"
                .formatted(
                        owner,
                        at,
                        isSigned,
                        isWhole,
                        AvroBinary.decode(schema, WireValue.split(event).binary()));
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of(
                "2026-01",
                "2026",
                "2026-01-01/2026-01-31",
                "2026-02",
                "2026-1",
                "",
                " ",
                "a\nb",
                "\u0000",
                "\uD83D\uDE00",
                "XA",
                "true",
                WholeCatalogue.CASE,
                WALLED_CASE,
                WholeCatalogue.CASE.toUpperCase(Locale.ROOT),
                WholeCatalogue.CASE + "\n"));
        words.add("x".repeat(300));
        words.add("x".repeat(70_000));
        words.addAll(NAMES);
        EVENTS.forEach(event -> words.add(event.type()));
        return words;
    }
}
