package org.heliograph.iom;

import static org.heliograph.events.RequestKind.CAMPAIGN_SUPPORT;
import static org.heliograph.events.RequestKind.CAPACITY_BUILDING;
import static org.heliograph.events.RequestKind.PREVENTION_PLAN_SUPPORT;
import static org.heliograph.events.RequestKind.RESEARCH_DATA;
import static org.heliograph.events.RequestKind.RETURN_FACILITATION;

import java.util.Set;
import org.heliograph.cooperation.Competence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What IOM may be asked for. Protection referrals go to its protection lane, which is a party of its own. */
@Configuration(proxyBeanMethods = false)
class IomCasework {

    @Bean
    Competence competence() {
        return new Competence(Set.of(
                CAPACITY_BUILDING, RETURN_FACILITATION, RESEARCH_DATA, CAMPAIGN_SUPPORT, PREVENTION_PLAN_SUPPORT));
    }
}
