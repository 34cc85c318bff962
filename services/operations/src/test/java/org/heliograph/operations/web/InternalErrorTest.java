package org.heliograph.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator gets to see of a fault of operations itself. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InternalErrorTest {

    @LocalServerPort
    private int port;

    @Test
    void isAProblemThatQuotesNothingOfTheException() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/policy/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":500", "Internal Server Error")
                .doesNotContain("of nobody's business", "IllegalStateException", "org.heliograph");
    }

    @Test
    void isNoAnswerToWhoAsksForIt() throws IOException, InterruptedException {
        assertThat(get("/error").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                            .header("Authorization", "Bearer some-operator")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @RestController
    static class Broken {

        @GetMapping("/api/policy/broken")
        String broken() {
            throw new IllegalStateException("of nobody's business");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({SecurityConfiguration.class, PolicyProblems.class, ProblemErrorController.class, Broken.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class
    })
    static class WebOnly {

        @Bean
        JwtDecoder anOperator() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("operator")
                    .claim("roles", List.of("operator"))
                    .build();
        }
    }
}
