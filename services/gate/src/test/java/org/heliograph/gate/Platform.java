package org.heliograph.gate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.ControlHandling;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.events.ResearchObservation;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.SigningKey;

/** The reviewed policy with fresh keys and schema ids, and outbox values as the parties would write them. */
final class Platform {

    private static final List<Class<? extends SpecificRecord>> REGISTERED = List.of(
            Dispatch.class,
            Receipt.class,
            AuditDecision.class,
            Redelivery.class,
            ControlHandling.class,
            AlertRoute.class,
            CoopRequest.class,
            CoopEvent.class,
            IncidentReport.class,
            ResearchObservation.class);

    private final Map<String, EventSigner> signers = new TreeMap<>();
    private final Policy policy;

    Platform() {
        List<SigningKey> keys = new ArrayList<>();
        for (String party : List.of("iom", "unodc", "xa", "xb")) {
            ECKey key = key(party + "-1");
            signers.put(party, new EventSigner(key));
            keys.add(new SigningKey(party, key.getKeyID(), key.toPublicJWK().toJSONString(), Optional.empty()));
        }
        policy = PolicyCompiler.compile(Path.of("../../deploy/policy")).with(registered(), keys);
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static Map<Integer, RegisteredSchema> registered() {
        Map<Integer, RegisteredSchema> schemas = new TreeMap<>();
        for (Class<? extends SpecificRecord> type : REGISTERED) {
            Schema schema = EventSchemas.of(type);
            int id = id(type);
            schemas.put(
                    id,
                    new RegisteredSchema(
                            id, schema.getFullName(), EventSchemas.fingerprint(schema), schema.toString()));
        }
        return schemas;
    }

    static int id(Class<? extends SpecificRecord> type) {
        return 101 + REGISTERED.indexOf(type);
    }

    Policy policy() {
        return policy;
    }

    GatePolicy gatePolicy() {
        return GatePolicy.of(policy);
    }

    EventSigner signer(String party) {
        return signers.getOrDefault(party, new EventSigner(key("stranger")));
    }

    /** A dispatch of the event's originator, signed by it. */
    byte[] dispatch(long seq, SpecificRecord event, String... releasableTo) {
        Envelope envelope = (Envelope) event.get(0);
        return dispatch(seq, wire(event), sign(event, signer(envelope.getOriginatorParty())), releasableTo);
    }

    byte[] dispatch(long seq, byte[] event, String signature, String... releasableTo) {
        return wire(Dispatch.newBuilder()
                .setSeq(seq)
                .setDistribution(Distribution.newBuilder()
                        .setReleasableTo(List.of(releasableTo))
                        .build())
                .setEvent(ByteBuffer.wrap(event))
                .setSignature(signature)
                .build());
    }

    static String sign(SpecificRecord event, EventSigner signer) {
        String fingerprint = EventSchemas.fingerprint(EventSchemas.of(event.getClass()));
        return signer.sign(SignedContent.of((Envelope) event.get(0), fingerprint, AvroBinary.encode(event)));
    }

    static byte[] wire(SpecificRecord value) {
        return WireValue.join(id(value.getClass()), AvroBinary.encode(value));
    }
}
