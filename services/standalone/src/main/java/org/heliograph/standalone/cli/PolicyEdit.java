package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.StackException;
import tools.jackson.databind.JsonNode;

/** One change on its way to operations. Unless operations takes it, all that was done for it is undone. */
final class PolicyEdit {

    private final Path folder;
    private final Deque<Runnable> undoing = new ArrayDeque<>();

    private PolicyEdit(Path folder) {
        this.folder = folder;
    }

    /** Does what the change consists of; whatever stops it puts the files back as they were. */
    static <T> T in(Path folder, Function<PolicyEdit, T> change) {
        PolicyFolder.files(folder);
        PolicyEdit edit = new PolicyEdit(folder);
        try {
            return change.apply(edit);
        } catch (RuntimeException e) {
            edit.undoing.forEach(Runnable::run);
            throw e;
        }
    }

    /** What undoes a step that was taken; the last step is undone first. */
    void undoneBy(Runnable step) {
        undoing.push(step);
    }

    void edit(String file, UnaryOperator<String> change) {
        Path path = folder.resolve(file);
        String before = read(path);
        String after = change.apply(before);
        if (!after.equals(before)) {
            undoneBy(() -> write(path, before));
            write(path, after);
        }
    }

    /**
     * Has operations apply the files as they are now, and nothing else.
     *
     * @throws StackException if operations refuses
     */
    JsonNode submit(OperationsDesk desk, String reason) {
        return submit(desk, reason, plan(desk));
    }

    /** What applying the files as they are now would do; changes nothing. */
    JsonNode plan(OperationsDesk desk) {
        return desk.post("/api/policy/plan", Map.of("files", PolicyFolder.files(folder)));
    }

    /**
     * As {@link #submit}, of what must not wait for anybody.
     *
     * @throws StackException if the files widen access besides
     */
    JsonNode submitAtOnce(OperationsDesk desk, String reason) {
        JsonNode plan = plan(desk);
        if (plan.path("widens").asBoolean(true)) {
            throw new StackException(
                    ("the files in %s also widen access, and all of it would wait for a second operator; expected files"
                                    + " that differ from the version in force by this change alone:"
                                    + " ./heliograph policy plan shows by what they do")
                            .formatted(folder));
        }
        return submit(desk, reason, plan);
    }

    private JsonNode submit(OperationsDesk desk, String reason, JsonNode plan) {
        return desk.post(
                "/api/policy/apply",
                Map.of(
                        "files",
                        PolicyFolder.files(folder),
                        "reason",
                        reason,
                        "plan",
                        plan.path("id").asString("")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StackException("%s cannot be read".formatted(file), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
