package org.heliograph.operations.lag;

import org.heliograph.operations.PolicyGrounds;
import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives tests the {@link LagGrounds}. */
final class LagGroundsExtension extends TypeBasedParameterResolver<LagGrounds> {

    @Override
    public LagGrounds resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, PolicyGrounds.class, PolicyGrounds::lay)
                .having(LagGrounds.class, LagGrounds::new);
    }
}
