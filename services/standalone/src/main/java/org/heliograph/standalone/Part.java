package org.heliograph.standalone;

/** How one component is started, asked for its health, and ended. */
interface Part {

    Component component();

    /** Writes what the process reads, and starts it. Called again for a restart. */
    ChildProcess launch();

    /** Whether the component answers its clients just now: one probe, in a second or two at most. */
    boolean isReady();

    /** What must be done once the component answers, before others may use it; must bear repetition. */
    default void prepare() {}

    default ChildProcess.Signal endSignal() {
        return ChildProcess.Signal.TERMINATE;
    }
}
