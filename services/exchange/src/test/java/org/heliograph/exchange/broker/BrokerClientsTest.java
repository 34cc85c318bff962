package org.heliograph.exchange.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerClientsTest {

    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final URI TOKENS = URI.create("http://127.0.0.1:19000/oauth2/token");

    @AfterEach
    void forgetAllowedUrls() {
        System.clearProperty(ALLOWED);
    }

    @Test
    void prefixesGroupsAndTransactionalIdsWithThePrincipal() {
        BrokerClients clients = clients("xa", TOKENS);

        assertThat(clients.consumer("desk")).containsEntry("group.id", "xa.desk");
        assertThat(clients.transactionalProducer("relay-3")).containsEntry("transactional.id", "xa.relay-3");
        assertThat(clients.reader("tail"))
                .doesNotContainKey("group.id")
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void keepsTheSecretOutOfJaasAndText() {
        assertThat(clients("xa", TOKENS).login().get("sasl.jaas.config"))
                .asString()
                .doesNotContain("secret");
        assertThat(oauth("xa", TOKENS)).asString().doesNotContain("hidden-secret");
    }

    @Test
    void allowsItsOwnTokenEndpointsOnly() {
        clients("xa", TOKENS);
        clients("xb", URI.create("http://127.0.0.1:19001/oauth2/token"));

        assertThat(System.getProperty(ALLOWED).split(","))
                .contains("http://127.0.0.1:19000/oauth2/token", "http://127.0.0.1:19001/oauth2/token");
    }

    @Test
    void neverWidensTheOperatorsList() {
        System.setProperty(ALLOWED, "https://id.example/token");

        assertThatIllegalStateException()
                .isThrownBy(() -> clients("xa", TOKENS))
                .withMessageContaining(TOKENS.toString());
        assertThat(System.getProperty(ALLOWED)).isEqualTo("https://id.example/token");
        clients("xa", URI.create("https://id.example/token"));
    }

    @Test
    void takesPlainTextOnlyOnThisMachineUnlessTold() {
        assertThat(new BrokerProperties(List.of("127.0.0.1:1", "localhost:2"), null).securityProtocol())
                .isEqualTo("SASL_PLAINTEXT");
        assertThat(new BrokerProperties(List.of("127.0.0.1:1", "broker.example:2"), null).securityProtocol())
                .isEqualTo("SASL_SSL");
        assertThat(new BrokerProperties(List.of("broker:9092"), "SASL_PLAINTEXT").securityProtocol())
                .isEqualTo("SASL_PLAINTEXT");
    }

    @Test
    void namesTheWrongSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrokerProperties(List.of("nonsense"), null))
                .withMessageStartingWith("heliograph.broker.bootstrap-servers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrokerProperties(List.of("a:1"), "PLAINTEXT"))
                .withMessageStartingWith("heliograph.broker.security-protocol");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oauth("XA", TOKENS))
                .withMessageStartingWith("heliograph.oauth.client-id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> oauth("xa", URI.create("file:/etc/token")))
                .withMessageStartingWith("heliograph.oauth.token-uri");
    }

    static BrokerClients clients(String principal) {
        return clients(principal, TOKENS);
    }

    private static BrokerClients clients(String principal, URI tokens) {
        return new BrokerClients(new BrokerProperties(List.of("127.0.0.1:19092"), null), oauth(principal, tokens));
    }

    private static OAuthProperties oauth(String principal, URI tokens) {
        return new OAuthProperties(tokens, principal, "hidden-secret");
    }
}
