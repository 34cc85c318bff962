package org.heliograph.testkit;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Containers;
import org.heliograph.standalone.StackException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Containers by Testcontainers, on the network of this machine. */
final class EngineContainers implements Containers {

    /** The container's main process is the program itself, so that a signal to it reaches the program. */
    private static final String RUN = "log=$0; exec \"$@\" >> \"$log\" 2>&1";

    /** @throws StackException with one line if no engine answers, or not the one that was asked for */
    EngineContainers() {
        if (!answers()) {
            throw new StackException("heliograph.backbone=containers needs a container engine, and none answers%s;"
                            .formatted(
                                    asked().map(" at DOCKER_HOST=%s"::formatted).orElse(""))
                    + " start one, or leave the switch out");
        }
    }

    @Override
    public long run(Program program) {
        String image = image(program.component());
        var container = new GenericContainer<>(DockerImageName.parse(image));
        container.withNetworkMode("host");
        container.withEnv(program.environment());
        container.withCreateContainerCmdModifier(create -> describe(create, program));
        try {
            container.start();
            return processOf(container);
        } catch (ContainerLaunchException | DockerException e) {
            throw new StackException(
                    "%s: no container of image %s runs: %s; see %s"
                            .formatted(program.component().id(), image, firstCause(e), program.log()),
                    e);
        }
    }

    private static boolean answers() {
        DockerClientFactory engine = DockerClientFactory.instance();
        try {
            String found = engine.getTransportConfig().getDockerHost().toString();
            // Where the engine that was asked for is silent, Testcontainers takes another.
            return asked().map(found::equals).orElse(true) && engine.isDockerAvailable();
        } catch (IllegalStateException | DockerException | DockerClientException e) {
            return false;
        }
    }

    private static Optional<String> asked() {
        return Optional.ofNullable(System.getenv("DOCKER_HOST")).filter(host -> !host.isBlank());
    }

    /** What each image is unless told otherwise; the versions are those of the embedded stack. */
    static String image(Component component) {
        return switch (component) {
            case BROKER, BROKER_2, BROKER_3 ->
                System.getProperty("heliograph.images.kafka", "docker.io/apache/kafka:4.3.1");
            case REGISTRY ->
                System.getProperty("heliograph.images.registry", "docker.io/apicurio/apicurio-registry:3.3.3");
            case POSTGRES -> System.getProperty("heliograph.images.postgres", "docker.io/library/postgres:18");
            default -> throw new IllegalArgumentException(component.id() + " runs in no container");
        };
    }

    private static void describe(CreateContainerCmd create, Program program) {
        HostConfig host = Objects.requireNonNull(create.getHostConfig(), "Testcontainers gives a host config");
        host.withAutoRemove(true);
        host.withBinds(Stream.of(
                        program.readable().stream().map(path -> bind(path, AccessMode.ro)),
                        program.writable().stream().map(path -> bind(path, AccessMode.rw)),
                        Stream.of(bind(program.log(), AccessMode.rw)))
                .flatMap(binds -> binds)
                .toList());
        create.withEntrypoint("sh", "-c", RUN, program.log().toString());
        create.withCmd(program.command());
        if (program.asOwner()) {
            create.withUser(owner(program.log()));
        }
    }

    private static Bind bind(Path path, AccessMode mode) {
        return new Bind(path.toString(), new Volume(path.toString()), mode);
    }

    private static String owner(Path file) {
        try {
            return Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid");
        } catch (IOException e) {
            throw new StackException("cannot see whom " + file + " belongs to", e);
        }
    }

    private static long processOf(GenericContainer<?> container) {
        InspectContainerResponse.ContainerState state = container
                .getDockerClient()
                .inspectContainerCmd(container.getContainerId())
                .exec()
                .getState();
        return Objects.requireNonNull(state.getPidLong(), "the engine tells the process of a container");
    }

    private static String firstCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return List.of(String.valueOf(cause.getMessage()).split("\n", 2)).getFirst();
    }
}
