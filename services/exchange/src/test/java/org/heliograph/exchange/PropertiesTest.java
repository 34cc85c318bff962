package org.heliograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heliograph.exchange.inbox.InboxProperties;
import org.heliograph.exchange.outbox.OutboxProperties;
import org.heliograph.exchange.registry.RegistryProperties;
import org.heliograph.exchange.signing.SigningProperties;
import org.junit.jupiter.api.Test;

class PropertiesTest {

    @Test
    void haveUsualValues() {
        assertThat(new PartyProperties("iom", 6).inboxTopic("alerts")).isEqualTo("inbox.iom.alerts");
        assertThat(new OutboxProperties(null, null, null, null))
                .isEqualTo(new OutboxProperties(true, Duration.ofMillis(500), 100, Duration.ofSeconds(15)));
        assertThat(new InboxProperties(null, null, null))
                .isEqualTo(new InboxProperties(List.of("alerts", "cooperation"), List.of(), 1));
    }

    @Test
    void nameWhatIsWrongAndWhatWasExpected() {
        assertWrong("heliograph.party", () -> new PartyProperties("XA", 6));
        assertWrong("heliograph.partitions", () -> new PartyProperties("xa", 0));
        assertWrong("heliograph.outbox.chunk", () -> new OutboxProperties(null, null, 0, null));
        assertWrong("heliograph.outbox.poll-interval", () -> new OutboxProperties(null, Duration.ZERO, null, null));
        assertWrong("heliograph.outbox.max-back-off", () -> new OutboxProperties(null, null, null, Duration.ofDays(1)));
        assertWrong("heliograph.inbox.families", () -> new InboxProperties(List.of("receipts"), null, null));
        assertWrong("heliograph.inbox.public-events", () -> new InboxProperties(null, List.of("public.*"), null));
        assertWrong("heliograph.inbox.concurrency", () -> new InboxProperties(null, null, 65));
        assertWrong("heliograph.registry.url", () -> new RegistryProperties(URI.create("ftp://registry")));
        assertWrong("heliograph.signing.key", () -> new SigningProperties(Path.of("no-such-file.jwk")));
    }

    private static void assertWrong(String property, Runnable binding) {
        assertThatIllegalArgumentException()
                .isThrownBy(binding::run)
                .withMessageStartingWith(property)
                .withMessageContaining("expected");
    }
}
