package org.heliograph.liaison;

import static org.heliograph.events.RequestKind.IDENTITY_NATIONALITY_VERIFICATION;
import static org.heliograph.events.RequestKind.JOINT_INVESTIGATION;
import static org.heliograph.events.RequestKind.MLA_PREPARATION;
import static org.heliograph.events.RequestKind.RESEARCH_DATA;
import static org.heliograph.events.RequestKind.RETURN_FACILITATION;
import static org.heliograph.events.RequestKind.VESSEL_REGISTRY_BOARDING;

import java.util.Set;
import org.heliograph.cooperation.Competence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a State may be asked for. */
@Configuration(proxyBeanMethods = false)
class StateCasework {

    @Bean
    Competence competence() {
        return new Competence(Set.of(
                JOINT_INVESTIGATION,
                MLA_PREPARATION,
                VESSEL_REGISTRY_BOARDING,
                IDENTITY_NATIONALITY_VERIFICATION,
                RETURN_FACILITATION,
                RESEARCH_DATA));
    }
}
