package org.heliograph.desk.publications.web;

import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.publications.Publications;
import org.heliograph.desk.publications.PublicationsAutoConfiguration;
import org.heliograph.desk.publications.Publishing;
import org.heliograph.desk.requests.Results.Making;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Publications over HTTP, the same at every party: what it may publish the policy says, and the gate is asked. */
@AutoConfiguration(after = PublicationsAutoConfiguration.class)
public final class PublicationsWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PublicationAnswers publicationAnswers(Publishing publishing, Publications publications, Receipts receipts) {
        return new PublicationAnswers(publishing, publications, receipts);
    }

    @Bean
    PublicationsController publicationsController(
            Publications publications, Publishing publishing, PublicationAnswers answers) {
        return new PublicationsController(publications, publishing, answers);
    }

    @Bean
    ProductsController productsController(PublicationAnswers answers) {
        return new ProductsController(answers);
    }

    @Bean
    LegalUpdatesController legalUpdatesController(PublicationAnswers answers) {
        return new LegalUpdatesController(answers);
    }

    @Bean
    ActivitiesController activitiesController(PublicationAnswers answers) {
        return new ActivitiesController(answers);
    }

    @Bean
    CampaignsController campaignsController(PublicationAnswers answers) {
        return new CampaignsController(answers);
    }

    @Bean
    StrategiesController strategiesController(PublicationAnswers answers) {
        return new StrategiesController(answers);
    }

    @Bean
    Making madeLegalUpdates() {
        return made(PublicationType.LEGAL_UPDATE, "/legal-updates");
    }

    @Bean
    Making madeActivities() {
        return made(PublicationType.CAPACITY_ACTIVITY, "/capacity-activities");
    }

    @Bean
    Making madeCampaigns() {
        return made(PublicationType.CAMPAIGN, "/campaigns");
    }

    @Bean
    Making madeStrategies() {
        return made(PublicationType.STRATEGY, "/strategies");
    }

    private static Making made(PublicationType type, String path) {
        return new Making(type.eventType(), PublicationAnswers.PATH + path);
    }
}
