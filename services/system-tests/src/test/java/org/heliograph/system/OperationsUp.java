package org.heliograph.system;

import org.heliograph.operations.PolicyGrounds;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Operations is up on the {@link PolicyGrounds} while the tests of a class run. */
final class OperationsUp implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        stack(context).start(Component.OPERATIONS);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stack(context).stop(Component.OPERATIONS);
    }

    private static Stack stack(ExtensionContext context) {
        return SharedGrounds.of(context, PolicyGrounds.class, PolicyGrounds::lay)
                .stack();
    }
}
