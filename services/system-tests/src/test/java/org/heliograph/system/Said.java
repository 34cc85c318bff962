package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.cli.Heliograph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command said, and how it ended. It runs in this process, where it starts at once; that the launcher brings
 * what somebody types to it is seen by {@link LauncherIT}.
 *
 * @param out what it was asked for
 * @param err what it tells beside that, such as how far it is
 */
public record Said(int code, String out, String err) {

    private static final long PATIENCE_MINUTES = 2;

    /** All of it. */
    public String text() {
        return out + err;
    }

    /** What it was asked for, of a command that succeeded. */
    public JsonNode json() {
        assertThat(code).as(text()).isZero();
        return new JsonMapper().readTree(out);
    }

    public static Said by(Stack stack, String... arguments) {
        return by(stack.state().root(), arguments);
    }

    /** On the stack that runs from a state folder. */
    public static Said by(Path state, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        FutureTask<Integer> command =
                new FutureTask<>(() -> Heliograph.run(state, new PrintWriter(out), new PrintWriter(err), arguments));
        Thread thread = Thread.ofPlatform().name("heliograph-command").start(command);
        try {
            int code = command.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return new Said(code, out.toString(), err.toString());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new AssertionError("does not end: %s; it said %s%s".formatted(List.of(arguments), out, err), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
