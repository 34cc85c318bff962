package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.Schema;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Samples;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.UnknownSchemaException;
import org.heliograph.exchange.wire.WireValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnsentDispatchesTest {

    private static final Distribution SOME = new Distribution(List.of("unodc"), List.of("xb"));

    private final UnsentDispatches dispatches = new UnsentDispatches("iom", new Registered(7));

    @Test
    void holdTheVeryBytesThatWouldBeSignedAndNoSignature() throws JOSEException {
        EventSigner signer =
                new EventSigner(new ECKeyGenerator(Curve.P_256).keyID("iom-1").generate());
        FinishedEvent finished =
                new EventFinisher("iom", signer).finish(Samples.alert(Tlp.GREEN, 12.3456, -1.2555), SOME);

        WireValue value = WireValue.split(dispatches.of(Samples.alert(Tlp.GREEN, 12.3456, -1.2555), SOME));
        Dispatch dispatch = AvroBinary.decode(Dispatch.class, EventSchemas.of(Dispatch.class), value.binary());

        assertThat(dispatch.getSignature()).isEmpty();
        assertThat(dispatch.getDistribution()).isEqualTo(SOME);
        assertThat(dispatch.getEvent().array()).isEqualTo(WireValue.join(7, finished.binary()));
    }

    @Test
    void areNotMadeOfWhatTheOutboxWouldNotTake() {
        UnsentDispatches others = new UnsentDispatches("xb", new Registered(7));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> others.of(Samples.alert(), SOME))
                .withMessage("originatorParty must be xb");
    }

    @Test
    void areNotMadeWhileTheSchemaIsNotRegistered() {
        UnsentDispatches early = new UnsentDispatches("iom", new Registered(null));

        assertThatExceptionOfType(UnknownSchemaException.class)
                .isThrownBy(() -> early.of(Samples.alert(), SOME))
                .withMessageContaining("AlertRoute");
    }

    /** All schemas under one id, or none. */
    private record Registered(@Nullable Integer id) implements SchemaLookup {

        @Override
        public OptionalInt idOf(Schema schema) {
            return id == null ? OptionalInt.empty() : OptionalInt.of(id);
        }

        @Override
        public Optional<Schema> byId(int wanted) {
            return Optional.empty();
        }
    }
}
