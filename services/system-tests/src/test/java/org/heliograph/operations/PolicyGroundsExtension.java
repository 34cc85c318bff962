package org.heliograph.operations;

import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link PolicyGrounds}. */
public final class PolicyGroundsExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PolicyGrounds.class;
    }

    @Override
    public PolicyGrounds resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, PolicyGrounds.class, PolicyGrounds::lay);
    }
}
