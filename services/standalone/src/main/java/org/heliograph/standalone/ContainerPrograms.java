package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs from images, as the public images of Kafka, Apicurio Registry and PostgreSQL hold them. */
record ContainerPrograms(Site site, Containers engine) implements Programs {

    @Override
    public ChildProcess broker(Component broker, Path config, String heap) {
        return run(
                new Containers.Program(
                        broker,
                        List.of("/opt/kafka/bin/kafka-run-class.sh", "kafka.Kafka", config.toString()),
                        Map.of(
                                "KAFKA_HEAP_OPTS",
                                "-Xmx" + heap,
                                "KAFKA_JVM_PERFORMANCE_OPTS",
                                "-XX:+UseSerialGC",
                                "KAFKA_OPTS",
                                "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + site.jwksFile(),
                                "LOG_DIR",
                                "/tmp/kafka-logs"),
                        Set.of(config, site.state().keys()),
                        Set.of(site.state().data().resolve(broker.id())),
                        log(broker),
                        true),
                config);
    }

    @Override
    public ChildProcess registry(Path config, String heap) {
        return run(
                new Containers.Program(
                        Component.REGISTRY,
                        List.of(
                                "java",
                                "-Xmx" + heap,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dquarkus.config.locations=" + config,
                                "-jar",
                                "/deployments/quarkus-run.jar"),
                        Map.of(),
                        Set.of(config),
                        Set.of(),
                        log(Component.REGISTRY),
                        true),
                config);
    }

    @Override
    public ChildProcess postgres(Path data, Map<String, String> settings) {
        Path password = site.secrets().databaseFile(Databases.SUPERUSER);
        List<String> command = new ArrayList<>(List.of("docker-entrypoint.sh", "postgres", "-D", data.toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return run(
                new Containers.Program(
                        Component.POSTGRES,
                        command,
                        Map.of(
                                "PGDATA",
                                data.toString(),
                                "POSTGRES_USER",
                                Databases.SUPERUSER,
                                "POSTGRES_PASSWORD_FILE",
                                password.toString(),
                                "POSTGRES_INITDB_ARGS",
                                "--auth=scram-sha-256 --encoding=UTF8 --locale=C"),
                        Set.of(password),
                        Set.of(StateFolder.folder(data)),
                        log(Component.POSTGRES),
                        // Postgres refuses to run as root; the image then takes a user of its own.
                        !"root".equals(System.getProperty("user.name"))),
                data);
    }

    /** The path is in the program's command line, by which it is known again. */
    private ChildProcess run(Containers.Program program, Path marker) {
        long pid = engine.run(program);
        return ChildProcess.recorded(new StackRecord.Entry(pid, marker.toString()))
                .orElseThrow(() -> new StackException(
                        "%s ended at once; see %s".formatted(program.component().id(), program.log())));
    }

    private Path log(Component component) {
        return StateFolder.touch(site.state().log(component));
    }
}
