package org.heliograph.unodc;

import static org.heliograph.events.RequestKind.CAMPAIGN_SUPPORT;
import static org.heliograph.events.RequestKind.CAPACITY_BUILDING;
import static org.heliograph.events.RequestKind.LEGISLATIVE_ASSISTANCE;
import static org.heliograph.events.RequestKind.PREVENTION_PLAN_SUPPORT;
import static org.heliograph.events.RequestKind.RESEARCH_DATA;

import java.util.Set;
import org.heliograph.cooperation.Competence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What UNODC may be asked for. Investigations, mutual legal assistance, vessels, identities and returns are between
 * States; of joint investigations UNODC is informed by metadata only.
 */
@Configuration(proxyBeanMethods = false)
class UnodcCasework {

    @Bean
    Competence competence() {
        return new Competence(Set.of(
                LEGISLATIVE_ASSISTANCE, CAPACITY_BUILDING, RESEARCH_DATA, CAMPAIGN_SUPPORT, PREVENTION_PLAN_SUPPORT));
    }
}
