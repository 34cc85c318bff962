package org.heliograph.bench;

import java.io.PrintWriter;

/** Says how far the bench is. */
record Progress(PrintWriter out, long begin) {

    static Progress on(PrintWriter out) {
        return new Progress(out, System.nanoTime());
    }

    void say(String text, Object... arguments) {
        out.println("%4d s  %s".formatted((System.nanoTime() - begin) / 1_000_000_000, text.formatted(arguments)));
        out.flush();
    }
}
