package org.heliograph.standalone.sandbox;

/**
 * What a client did otherwise than a careful one does.
 *
 * @param mayPass whether it only has not done yet what it should
 */
record Fault(String text, boolean mayPass) {

    static Fault notYet(String text) {
        return new Fault(text, true);
    }

    static Fault forGood(String text) {
        return new Fault(text, false);
    }
}
