package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/** Starts the supervisor as a process of its own and shows what it says until all is ready or it has failed. */
final class Detached {

    private final PrintWriter out;
    private final List<String> arguments = new ArrayList<>(List.of("up", "--as-daemon"));
    private final Path log = Place.state().supervisorLog();
    private long shown;

    Detached(PrintWriter out, Set<Component> components, int brokers, boolean freePorts) {
        this.out = out;
        arguments.add("--only=" + components.stream().map(Component::id).collect(Collectors.joining(",")));
        arguments.add("--brokers=" + brokers);
        if (freePorts) {
            arguments.add("--free-ports");
        }
    }

    int start() {
        try {
            Process supervisor = launch();
            Thread interrupted = new Thread(supervisor::destroy);
            Runtime.getRuntime().addShutdownHook(interrupted);
            while (supervisor.isAlive() && !Place.supervisor().hasStarted()) {
                supervisor.waitFor(100, TimeUnit.MILLISECONDS);
                show();
            }
            Runtime.getRuntime().removeShutdownHook(interrupted);
            // Its last words come after it is known to be ready.
            supervisor.waitFor(300, TimeUnit.MILLISECONDS);
            show();
            return supervisor.isAlive() ? welcome() : Math.max(1, supervisor.exitValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted during the start", e);
        }
    }

    private int welcome() {
        Stack.runningIn(Place.folder()).ifPresent(stack -> new Welcome(stack).print(out));
        out.flush();
        return 0;
    }

    private Process launch() throws IOException {
        Place.state().create();
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>();
        // A session of its own, so that Ctrl-C in this terminal later on does not reach the stack.
        Path setsid = Path.of("/usr/bin/setsid");
        command.add(Files.isExecutable(setsid) ? setsid.toString() : "nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Heliograph.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
    }

    private void show() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(news);
            shown += news.length;
            out.print(new String(news, StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
