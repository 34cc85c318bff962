package org.heliograph.operations.catalogue;

import java.util.Optional;
import org.heliograph.exchange.broker.BrokerProperties;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.registry.RegistryProperties;
import org.heliograph.operations.policy.AccessQuestions;
import org.heliograph.operations.policy.UnknownVersionException;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What each party can exchange under the version in force. Any thread. */
@Component
final class Catalogue {

    private final AccessQuestions questions;
    private final Endpoints endpoints;

    /** Parties reach broker, registry and identity where operations itself does. */
    Catalogue(AccessQuestions questions, BrokerProperties broker, RegistryProperties registry, OAuthProperties oauth) {
        this.questions = questions;
        this.endpoints = new Endpoints(String.join(",", broker.bootstrapServers()), registry.url(), oauth.tokenUri());
    }

    /** @throws UnknownVersionException if there is no such party */
    ObjectNode document(String party) {
        Policy policy = questions.policy();
        return AsyncApi.document(policy, party(policy, party), endpoints);
    }

    /** @throws UnknownVersionException if there is no such party */
    CataloguePage page(String party) {
        Policy policy = questions.policy();
        return CataloguePage.of(policy, party(policy, party), endpoints);
    }

    private static Party party(Policy policy, String id) {
        return Optional.ofNullable(policy.parties().get(id))
                .orElseThrow(() -> new UnknownVersionException("no party '%s'; there are %s"
                        .formatted(id, policy.parties().keySet())));
    }
}
