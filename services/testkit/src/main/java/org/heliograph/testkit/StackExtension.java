package org.heliograph.testkit;

import java.nio.file.Path;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives tests the whole stack. */
final class StackExtension extends TypeBasedParameterResolver<Stack> implements BeforeAllCallback {

    private static final Path FOLDER = TestFolder.named("heliograph");

    @Override
    public void beforeAll(ExtensionContext context) {
        stack(context);
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stack(context);
    }

    private static Stack stack(ExtensionContext context) {
        return SharedGrounds.of(context, Stack.class, () -> TestStack.start(FOLDER, Component.all()));
    }
}
