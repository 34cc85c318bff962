package org.heliograph.testkit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What test classes run on and share, one at a time for the JVM: asking for another ends what was there, since two
 * stacks at once slow each other down. Classes that share should therefore follow each other, see
 * {@link GroundsOrderer}. What is left at the end is closed with the root context.
 */
public final class SharedGrounds implements AutoCloseable {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedGrounds.class);

    private @Nullable AutoCloseable present;

    private SharedGrounds() {}

    /** Of that type, started unless it is what was asked for last. */
    public static <T extends AutoCloseable> T of(ExtensionContext context, Class<T> type, Supplier<T> start) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("grounds", key -> new SharedGrounds(), SharedGrounds.class)
                .of(type, start);
    }

    private synchronized <T extends AutoCloseable> T of(Class<T> type, Supplier<T> start) {
        if (!type.isInstance(present)) {
            close();
            present = start.get();
        }
        return type.cast(present);
    }

    @Override
    public synchronized void close() {
        AutoCloseable last = present;
        present = null;
        if (last != null) {
            try {
                last.close();
            } catch (Exception e) {
                throw new IllegalStateException("what the tests ran on does not end", e);
            }
        }
    }
}
