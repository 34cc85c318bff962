package org.heliograph.operations.console;

import com.github.benmanes.caffeine.cache.Ticker;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.exchange.introspection.IntrospectionProperties;
import org.heliograph.operations.identity.IdentityProperties;
import org.heliograph.operations.lag.LagProperties;
import org.heliograph.pages.design.DesignAutoConfiguration;
import org.heliograph.pages.session.IdentityStandIn;
import org.heliograph.pages.session.PagesSecurityAutoConfiguration;
import org.heliograph.pages.session.PlainBrowser;
import org.heliograph.pages.tokens.TokensAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The pages and the REST layer of operations on a real port; what it knows is staged, and whom it asks stands in. */
final class TestConsole implements AutoCloseable {

    final IdentityStandIn identity = new IdentityStandIn();
    private final HttpServer others = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> askedWith = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext context;

    TestConsole() throws IOException {
        others.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            askedWith.put(
                    path,
                    Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
            String answer = answers.get(path);
            byte[] body = Objects.requireNonNullElse(answer, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 403 : 200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        others.start();
        String other = "http://127.0.0.1:" + others.getAddress().getPort();
        context = new SpringApplicationBuilder(Pages.class)
                .run(
                        "--server.port=0",
                        "--heliograph.identity.url=" + other,
                        "--heliograph.console.gate=" + other,
                        "--heliograph.console.every=1s",
                        "--heliograph.console.services.xa=" + other,
                        "--heliograph.console.services.xb=http://127.0.0.1:1",
                        "--heliograph.console.services.iom-protection=" + other,
                        "--heliograph.oauth.token-uri=" + identity.issuer() + "/oauth2/token",
                        "--heliograph.oauth.client-id=operations",
                        "--heliograph.oauth.client-secret=secret-of-operations",
                        "--heliograph.introspection.uri=" + identity.issuer() + "/oauth2/introspect",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + identity.issuer(),
                        "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + identity.issuer()
                                + "/oauth2/jwks");
    }

    /** Lets time pass for what the console remembers of the answers of identity. */
    void passForTokens(Duration time) {
        context.getBean(TurnedTicker.class).turnOn(time);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    StagedSituation situation() {
        return context.getBean(StagedSituation.class);
    }

    /** A browser at which an operator signs in as soon as a page asks. */
    PlainBrowser operator() {
        identity.signIns().are("operations", "duty-operator", "operator");
        return new PlainBrowser(address(), "en");
    }

    /** What another process answers from now on. */
    void answers(String path, String body) {
        answers.put(path, body);
    }

    void refuses(String path) {
        answers.remove(path);
    }

    /** The token that it was asked with last; empty if it was not asked. */
    String askedWith(String path) {
        return Objects.requireNonNullElse(askedWith.get(path), "").replace("Bearer ", "");
    }

    /** Goes as the machine's counter of nanoseconds, and can be turned on. */
    private static final class TurnedTicker implements Ticker {

        private final AtomicLong ahead = new AtomicLong();

        void turnOn(Duration time) {
            ahead.addAndGet(time.toNanos());
        }

        @Override
        public long read() {
            return System.nanoTime() + ahead.get();
        }
    }

    /** All of the web layer, and nothing that needs a broker. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "org.heliograph.operations.console",
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = DefaultSituation.class))
    @ComponentScan(
            basePackages = "org.heliograph.operations.web",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(SecurityConfiguration|TokenConfiguration|ProblemErrorController)"))
    @EnableConfigurationProperties({IdentityProperties.class, LagProperties.class})
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class,
        DesignAutoConfiguration.class,
        PagesSecurityAutoConfiguration.class,
        TokensAutoConfiguration.class
    })
    static class Pages {

        @Bean
        StagedSituation situation() {
            return new StagedSituation();
        }

        @Bean
        TurnedTicker ticker() {
            return new TurnedTicker();
        }

        @Bean
        Introspection introspection(IntrospectionProperties endpoint, OAuthProperties self, TurnedTicker ticker) {
            return new Introspection(endpoint, self, ticker);
        }
    }

    @Override
    public void close() {
        context.close();
        others.stop(0);
        identity.close();
    }
}
