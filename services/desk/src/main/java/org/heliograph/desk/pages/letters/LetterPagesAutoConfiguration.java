package org.heliograph.desk.pages.letters;

import jakarta.validation.Validator;
import org.heliograph.desk.deadletters.DeadLettersAutoConfiguration;
import org.heliograph.desk.deadletters.LetterActs;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Dead letters on pages, for an application with an inbox. */
@AutoConfiguration(after = DeadLettersAutoConfiguration.class)
@ConditionalOnBean(LetterActs.class)
public final class LetterPagesAutoConfiguration {

    @Bean
    LetterPagesController letterPagesController(LetterActs acts, Validator validator) {
        return new LetterPagesController(acts, validator);
    }
}
