package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Position;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Samples;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.EventVerifier;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.signing.Verification.Valid;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.junit.jupiter.api.Test;

class EventFinisherTest {

    private static final Distribution ALL = Distribution.newBuilder().build();

    private final ECKey key = key();
    private final EventFinisher finisher = new EventFinisher("iom", new EventSigner(key));

    @Test
    void roundsPositionsToATenthOfADegreeUpToGreen() {
        Position position = finished(Samples.alert(Tlp.GREEN, 12.3456, -1.2555));

        assertThat(position.getLat()).isEqualTo(12.3);
        assertThat(position.getLon()).isEqualTo(-1.3);
    }

    @Test
    void roundsPositionsToAHundredthFromAmberUp() {
        Position position = finished(Samples.alert(Tlp.AMBER, 12.3456, -1.2555));

        assertThat(position.getLat()).isEqualTo(12.35);
        assertThat(position.getLon()).isEqualTo(-1.26);
    }

    @Test
    void leavesTheCallersEventAsItIs() {
        AlertRoute alert = Samples.alert();

        finisher.finish(alert, ALL);

        assertThat(alert).isEqualTo(Samples.alert());
    }

    @Test
    void signsTheRoundedBytes() {
        FinishedEvent finished = finisher.finish(Samples.alert(), ALL);
        var content = SignedContent.of(finished.envelope(), finished.fingerprint(), finished.binary());

        assertThat(new EventVerifier(Map.of("iom", new JWKSet(key.toPublicJWK())))
                        .verify(content, finished.signature()))
                .isInstanceOf(Valid.class);
    }

    @Test
    void refusesAPositionOffTheGlobe() {
        assertRefused(Samples.alert(Tlp.GREEN, 91, 0), "latitude");
        assertRefused(Samples.alert(Tlp.GREEN, 0, Double.NaN), "longitude");
    }

    @Test
    void refusesAnotherOriginator() {
        assertRefused(
                with(Envelope.newBuilder(Samples.envelope(Tlp.GREEN)).setOriginatorParty("xb")),
                "originatorParty must be iom");
    }

    @Test
    void refusesACaseOfAnotherStatus() {
        assertRefused(
                with(Envelope.newBuilder(Samples.envelope(Tlp.GREEN))
                        .setContextId("actual:00000000-0000-4000-8000-0000000000aa")),
                "R17");
        assertRefused(with(Envelope.newBuilder(Samples.envelope(Tlp.GREEN)).setContextId("exercise:1-2-3-4-5")), "R17");
    }

    @Test
    void refusesADistributionThatNamesNoParty() {
        Distribution shouting =
                Distribution.newBuilder().setReleasableTo(List.of("XA")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> finisher.finish(Samples.alert(), shouting))
                .withMessageContaining("party ids");
    }

    @Test
    void refusesAnEventWhoseFieldsBreakARule() {
        AlertRoute alert = AlertRoute.newBuilder(Samples.alert())
                .setOriginCountries(List.of("nowhere"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> finisher.finish(alert, ALL))
                .withMessageStartingWith("originCountries: expected ISO 3166-1 alpha-2 codes");
    }

    @Test
    void refusesWhatHasNoEnvelopeOrIsTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finisher.finish(ALL, ALL))
                .withMessageContaining("envelope");
        AlertRoute large = AlertRoute.newBuilder(Samples.alert())
                .setConcealmentMethods(List.of(
                        "x".repeat(200_000),
                        "x".repeat(200_000),
                        "x".repeat(200_000),
                        "x".repeat(200_000),
                        "x".repeat(200_000)))
                .build();
        assertRefused(large, "at most 900000 bytes");
    }

    private Position finished(AlertRoute alert) {
        byte[] binary = finisher.finish(alert, ALL).binary();
        AlertRoute read = AvroBinary.decode(AlertRoute.class, EventSchemas.of(AlertRoute.class), binary);
        return read.getSegments().getFirst().getFromPlace().getPosition().orElseThrow();
    }

    private static AlertRoute with(Envelope.Builder envelope) {
        return AlertRoute.newBuilder(Samples.alert())
                .setEnvelope(envelope.build())
                .build();
    }

    private void assertRefused(AlertRoute alert, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> finisher.finish(alert, ALL))
                .withMessageContaining(because);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("iom-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
