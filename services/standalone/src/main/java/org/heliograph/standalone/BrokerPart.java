package org.heliograph.standalone;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** One Kafka process that is broker and controller, with authentication on each of its listeners. */
final class BrokerPart implements Part {

    /**
     * From version 2 on a producer has another epoch for each transaction, and who reads one topic sees by its batches
     * how many the gate made for others in between.
     */
    private static final String TRANSACTIONS = "transaction.version=1";

    /** It is asked again. */
    private static final Duration PROBE = Duration.ofSeconds(2);

    /** Where an answer may take long, as right after the start on a busy machine, and failing would fail the start. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Site site;
    private final Programs programs;
    private final Component component;

    BrokerPart(Site site, Programs programs, Component component) {
        this.site = site;
        this.programs = programs;
        this.component = component;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public ChildProcess launch() {
        Path data = StateFolder.folder(site.state().data().resolve(component.id()));
        Path config = PropertiesFile.write(
                site.state().config().resolve(component.id() + ".properties"),
                new BrokerSettings(site, component).all(data));
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(config);
        }
        return programs.broker(component, config, site.brokers().number() == 1 ? "320m" : "224m");
    }

    private void format(Path config) {
        var output = new ByteArrayOutputStream();
        Cluster cluster = Cluster.in(site.state(), site.brokers().number());
        String[] arguments = {
            "format", "--cluster-id", cluster.id(), "--config", config.toString(), "--feature", TRANSACTIONS
        };
        int exit = StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new StackException(component.id() + ": cannot format its storage: "
                    + output.toString(StandardCharsets.UTF_8).strip());
        }
    }

    @Override
    public boolean isReady() {
        // A client is costly to make, and probes come many times a second while the broker starts.
        if (!Ports.isOpen(site.ports().of(Port.internalOf(component)))) {
            return false;
        }
        try (Admin admin = admin(PROBE)) {
            int node = site.brokers().node(component);
            return admin.describeCluster().nodes().get().stream().anyMatch(known -> known.id() == node);
        } catch (ExecutionException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void prepare() {
        try (Admin admin = admin(PATIENCE)) {
            new FirstRights(site.roster().platform().operations()).grant(admin);
        }
    }

    private Admin admin(Duration patience) {
        return Admin.create(Map.of(
                "bootstrap.servers", site.address(Port.internalOf(component)),
                "client.id", "supervisor",
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", BrokerSettings.plainLogin(site.secrets().broker()),
                "request.timeout.ms", Long.toString(patience.toMillis()),
                "default.api.timeout.ms", Long.toString(patience.toMillis())));
    }
}
