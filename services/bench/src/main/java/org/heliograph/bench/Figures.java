package org.heliograph.bench;

import java.io.PrintWriter;

/** What was measured of one part. */
interface Figures {

    /** As people read it. */
    void print(PrintWriter out);
}
