package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.Samples;
import org.heliograph.exchange.signing.EventSigner;
import org.junit.jupiter.api.Test;

class EventFinisherTest {

    private static final Distribution TO_ALL = new Distribution(List.of(), List.of());

    private final EventFinisher finisher = new EventFinisher("iom", new EventSigner(key()));

    @Test
    void finishesAnEventThatKeepsEveryRule() {
        AlertRoute alert = Samples.alert();

        assertThat(finisher.finish(alert, TO_ALL).envelope()).isEqualTo(alert.getEnvelope());
    }

    @Test
    void refusesAnEventWhoseFieldsBreakARule() {
        AlertRoute alert = AlertRoute.newBuilder(Samples.alert())
                .setOriginCountries(List.of("nowhere"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> finisher.finish(alert, TO_ALL))
                .withMessageStartingWith("originCountries: expected ISO 3166-1 alpha-2 codes");
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("iom-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
