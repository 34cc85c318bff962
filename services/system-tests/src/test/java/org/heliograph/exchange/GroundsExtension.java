package org.heliograph.exchange;

import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Grounds}. */
public final class GroundsExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Grounds.class;
    }

    @Override
    public Grounds resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, Grounds.class, Grounds::start);
    }
}
