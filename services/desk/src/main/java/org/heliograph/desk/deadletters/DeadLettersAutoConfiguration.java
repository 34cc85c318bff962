package org.heliograph.desk.deadletters;

import org.heliograph.desk.preview.PreviewAutoConfiguration;
import org.heliograph.desk.preview.Previews;
import org.heliograph.exchange.inbox.DeadLetterOffice;
import org.heliograph.exchange.inbox.InboxAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Dead letters over HTTP, for an application with an inbox. */
@AutoConfiguration(after = {InboxAutoConfiguration.class, PreviewAutoConfiguration.class})
@ConditionalOnBean(DeadLetterOffice.class)
public final class DeadLettersAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LetterActs letterActs(DeadLetterOffice office, Previews previews) {
        return new DefaultLetterActs(office, new Returning(office::returning, previews::of, office::giveBack));
    }

    @Bean
    DeadLettersController deadLettersController(DeadLetterOffice office, LetterActs acts) {
        return new DeadLettersController(office, acts);
    }

    @Bean
    DeadLetterContentController deadLetterContentController(DeadLetterOffice office) {
        return new DeadLetterContentController(office);
    }
}
