package org.heliograph.desk.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.exchange.PartyProperties;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The description of the REST layer, and how Swagger UI gets a token: an officer logs in with a code and PKCE. */
@AutoConfiguration(before = SpringDocConfiguration.class)
public final class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI deskApi(
            PartyProperties party, @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer) {
        OAuthFlow login = new OAuthFlow()
                .authorizationUrl(issuer + "/oauth2/authorize")
                .tokenUrl(issuer + "/oauth2/token")
                .scopes(new Scopes().addString("desk", "Work at the desk of this party"));
        return new OpenAPI()
                .info(new Info()
                        .title("Heliograph desk of " + party.party())
                        .version("v1")
                        .description("Errors are problem details (RFC 9457). On any error, nothing was stored."))
                .components(new Components()
                        .addSecuritySchemes(
                                "officer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows().authorizationCode(login)))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("officer", "desk"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    PropertyCustomizer textLengths() {
        return new TextLengths();
    }

    @Bean
    GlobalOpenApiCustomizer deskVocabulary() {
        return new DeskDescription();
    }
}
