package org.heliograph.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where an exception came from, without what it says. */
final class Traces {

    private static final int FRAMES = 4;

    private Traces() {}

    static String of(Throwable exception) {
        List<String> chain = new ArrayList<>();
        for (Throwable cause = exception; cause != null && chain.size() < 8; cause = cause.getCause()) {
            chain.add(cause.getClass().getName() + at(cause));
        }
        return String.join(" <- ", chain);
    }

    private static String at(Throwable cause) {
        List<StackTraceElement> frames = Stream.of(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.heliograph."))
                .limit(FRAMES)
                .toList();
        return frames.isEmpty() ? "" : frames.toString();
    }
}
