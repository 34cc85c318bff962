package org.heliograph.desk.publications.web;

import org.heliograph.desk.publications.Publications;
import org.heliograph.desk.publications.PublicationsAutoConfiguration;
import org.heliograph.desk.publications.Publishing;
import org.heliograph.exchange.receipt.Receipts;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Publications over HTTP. What a service lets its officers publish is its own. */
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
}
