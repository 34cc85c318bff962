package org.heliograph.desk.publications;

import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.preview.GateCheck;
import org.heliograph.desk.preview.PreviewAutoConfiguration;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.requests.NamedRequests;
import org.heliograph.desk.requests.RequestsAutoConfiguration;
import org.heliograph.desk.web.DeskWebAutoConfiguration;
import org.heliograph.events.CampaignNotice;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.KnowledgeProduct;
import org.heliograph.events.PreventionStrategy;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OutboxAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Publications of the party and of others. */
@AutoConfiguration(
        after = {
            DeskWebAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            OutboxAutoConfiguration.class,
            PreviewAutoConfiguration.class,
            RequestsAutoConfiguration.class
        })
public final class PublicationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Publications publications(JdbcClient jdbc, JsonMapper json) {
        return new Publications(jdbc, json);
    }

    @Bean
    @ConditionalOnMissingBean
    Publishing publishing(
            Envelopes envelopes,
            Outbox outbox,
            Previews previews,
            Publications publications,
            NamedRequests requests,
            GateCheck gate,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        return new Publishing(
                envelopes,
                outbox,
                previews,
                publications,
                new PublicationRules(requests),
                gate,
                json,
                new TransactionTemplate(transactions));
    }

    @Bean
    PublishedResults publishedResults(Publications publications) {
        return new PublishedResults(publications);
    }

    @Bean
    PublicationHandler.Shelf publicationShelf(
            PartyProperties party,
            Publications publications,
            JsonMapper json,
            ObjectProvider<PublicationListener> listeners) {
        return new PublicationHandler.Shelf(party.party(), publications, json, listeners);
    }

    @Bean
    PublicationHandler<KnowledgeProduct> productHandler(PublicationHandler.Shelf shelf) {
        return new PublicationHandler<>(KnowledgeProduct.class, KnowledgeProduct::getProductId, shelf);
    }

    @Bean
    PublicationHandler<KnowledgeLegalUpdate> legalUpdateHandler(PublicationHandler.Shelf shelf) {
        return new PublicationHandler<>(KnowledgeLegalUpdate.class, KnowledgeLegalUpdate::getUpdateId, shelf);
    }

    @Bean
    PublicationHandler<CapacityActivity> capacityActivityHandler(PublicationHandler.Shelf shelf) {
        return new PublicationHandler<>(CapacityActivity.class, CapacityActivity::getActivityId, shelf);
    }

    @Bean
    PublicationHandler<CampaignNotice> campaignHandler(PublicationHandler.Shelf shelf) {
        return new PublicationHandler<>(CampaignNotice.class, CampaignNotice::getCampaignId, shelf);
    }

    @Bean
    PublicationHandler<PreventionStrategy> strategyHandler(PublicationHandler.Shelf shelf) {
        return new PublicationHandler<>(PreventionStrategy.class, PreventionStrategy::getPlanId, shelf);
    }
}
