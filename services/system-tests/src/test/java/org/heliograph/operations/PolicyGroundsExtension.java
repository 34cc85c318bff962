package org.heliograph.operations;

import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives tests the {@link PolicyGrounds}. */
public final class PolicyGroundsExtension extends TypeBasedParameterResolver<PolicyGrounds> {

    @Override
    public PolicyGrounds resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, PolicyGrounds.class, PolicyGrounds::lay);
    }
}
