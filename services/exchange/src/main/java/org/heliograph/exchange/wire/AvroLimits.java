package org.heliograph.exchange.wire;

import org.apache.avro.SystemLimitException;

/**
 * Bounds on what Avro may allocate while it decodes bytes of others. Without them a body of four bytes can claim 100
 * million array items and end the process.
 *
 * <p>Avro reads its limits once, when its class {@code SystemLimitException} is first used, from system properties.
 * {@link #enforce()} sets those that are absent, refuses those that are looser than ours, and then asks Avro itself
 * whether they took effect: if something decoded Avro before, the start fails instead of running without bounds. It is
 * called when an application's environment is prepared and again by each class here that decodes; calling it often
 * costs nothing. Any thread.
 */
public final class AvroLimits {

    /** Longest {@code bytes} value, in bytes: no event is larger than what a Kafka record may carry by default. */
    public static final int MAX_BYTES = 1_048_576;

    /** Longest {@code string} value, in bytes of UTF-8. */
    public static final int MAX_STRING = 262_144;

    /** Most items of one array or map. */
    public static final int MAX_ITEMS = 10_000;

    private AvroLimits() {}

    /**
     * Sets and checks the limits.
     *
     * @throws IllegalStateException if a limit is looser than ours, is no number, or could no longer take effect
     */
    public static void enforce() {
        Effective.check();
    }

    // The JVM runs this once, and remembers its failure, without a lock of ours.
    private static final class Effective {

        static {
            bound(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, MAX_BYTES);
            bound(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, MAX_STRING);
            bound(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MAX_ITEMS);
        }

        static void check() {
            refuses("bytes", () -> SystemLimitException.checkMaxBytesLength(MAX_BYTES + 1L));
            refuses("string", () -> SystemLimitException.checkMaxStringLength(MAX_STRING + 1L));
            refuses("collection", () -> SystemLimitException.checkMaxCollectionLength(0L, MAX_ITEMS + 1L));
        }

        private static void bound(String property, int limit) {
            String given = System.getProperty(property);
            if (given == null) {
                System.setProperty(property, Integer.toString(limit));
            } else if (!within(given, limit)) {
                throw new IllegalStateException(
                        "System property " + property + " is " + given + ", expected a number from 1 to " + limit);
            }
        }

        private static boolean within(String given, int limit) {
            try {
                int value = Integer.parseInt(given);
                return value >= 1 && value <= limit;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private static void refuses(String kind, Runnable check) {
            try {
                check.run();
            } catch (SystemLimitException expected) {
                return;
            }
            throw new IllegalStateException(
                    "Avro's " + kind + " limit is not in effect: Avro was used before the limits were set;"
                            + " call AvroLimits.enforce() first, or give -Dorg.apache.avro.limits.* to the JVM");
        }
    }
}
