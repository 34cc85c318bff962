package org.heliograph.gate;

import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives tests the {@link GateStack}. */
final class GateStackExtension extends TypeBasedParameterResolver<GateStack> {

    @Override
    public GateStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, GateStack.class, GateStack::start);
    }
}
