package org.heliograph.gate;

import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link GateStack}. */
final class GateStackExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == GateStack.class;
    }

    @Override
    public GateStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, GateStack.class, GateStack::start);
    }
}
