package org.heliograph.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs as processes of this machine, from what the build holds. */
record ProcessPrograms(Site site) implements Programs {

    @Override
    public ChildProcess broker(Component broker, Path config, String heap) {
        return new JavaCommand(site, broker)
                .heap(heap)
                .compiler(Compiler.FULL)
                .archive(site.installation().archive("broker"))
                .property(
                        "org.apache.kafka.sasl.oauthbearer.allowed.urls",
                        site.jwksFile().toString())
                .property("logback.configurationFile", "org/heliograph/standalone/broker-logback.xml")
                .main(site.installation().classPath(), "kafka.Kafka", config.toString())
                .start(site.state().log(broker));
    }

    @Override
    public ChildProcess registry(Path config, String heap) {
        return new JavaCommand(site, Component.REGISTRY)
                .heap(heap)
                .compiler(Compiler.QUICK)
                .archive(site.installation().archive("registry"))
                .property("quarkus.config.locations", config.toString())
                .property("java.io.tmpdir", site.state().run().toString())
                .jar(site.installation().registry())
                .start(site.state().log(Component.REGISTRY));
    }

    @Override
    public ChildProcess postgres(Path data, Map<String, String> settings) {
        Path binaries = PostgresBinaries.unpackedIn(site.installation().postgres());
        Path log = site.state().log(Component.POSTGRES);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            StateFolder.folder(data);
            Tool.run(
                    command(
                            binaries.resolve("bin/initdb"),
                            "--pgdata=" + data,
                            "--username=" + Databases.SUPERUSER,
                            "--pwfile=" + site.secrets().databaseFile(Databases.SUPERUSER),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C"),
                    log);
        }
        List<String> command = command(binaries.resolve("bin/postgres"), "-D", data.toString());
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        command.addAll(List.of("-c", "unix_socket_directories="));
        return ChildProcess.start(command, data.toString(), log);
    }

    /** Postgres refuses to run as root; in a user namespace of its own it is nobody, and the files are its own. */
    private static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
