package org.heliograph.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.standalone.Stack;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service of party {@code iom} that has nothing but the exchange. */
public final class ServiceUnderTest implements AutoCloseable {

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    private final ConfigurableApplicationContext context;

    private ServiceUnderTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; settings come as {@code name=value}, further beans as configuration classes. */
    public static ServiceUnderTest start(Grounds grounds, List<Class<?>> beans, String... settings) {
        Stack stack = grounds.stack();
        Map<String, Object> properties = new HashMap<>();
        properties.put("heliograph.party", "iom");
        properties.put("heliograph.partitions", Grounds.PARTITIONS);
        properties.put("heliograph.broker.bootstrap-servers", stack.bootstrapServers());
        properties.put("heliograph.registry.url", stack.registryUrl().toString());
        properties.put("heliograph.oauth.token-uri", stack.tokenUri().toString());
        properties.put("heliograph.oauth.client-id", "iom");
        properties.put("heliograph.oauth.client-secret", stack.secrets().client("iom"));
        properties.put(
                "heliograph.signing.key", stack.secrets().signingKeyFile("iom").toString());
        properties.put("heliograph.outbox.poll-interval", "100ms");
        properties.put("spring.datasource.url", stack.databaseUrl("iom"));
        properties.put("spring.datasource.username", "iom");
        properties.put("spring.datasource.password", stack.secrets().database("iom"));
        properties.put("spring.autoconfigure.exclude", String.join(",", ofOtherModules()));
        // The class path holds an application's own settings, which are stronger than these.
        String[] arguments = Stream.of(settings).map(setting -> "--" + setting).toArray(String[]::new);
        return new ServiceUnderTest(new SpringApplicationBuilder(Application.class)
                .sources(beans.toArray(new Class<?>[0]))
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .properties(properties)
                .run(arguments));
    }

    /** The class path of these tests holds all modules, but not what those stand on. */
    private static List<String> ofOtherModules() {
        return ImportCandidates.load(AutoConfiguration.class, ServiceUnderTest.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name -> name.startsWith("org.heliograph.") && !name.startsWith("org.heliograph.exchange."))
                .toList();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public DataSource dataSource() {
        return bean(DataSource.class);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    /** Adds events in one transaction. */
    public void add(SpecificRecord... events) {
        transaction().executeWithoutResult(status -> {
            for (SpecificRecord event : events) {
                bean(Outbox.class).add(event, Distribution.newBuilder().build());
            }
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
