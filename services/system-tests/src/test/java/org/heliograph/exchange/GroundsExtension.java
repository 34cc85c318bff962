package org.heliograph.exchange;

import org.heliograph.testkit.SharedGrounds;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Gives tests the {@link Grounds}. */
public final class GroundsExtension extends TypeBasedParameterResolver<Grounds> {

    @Override
    public Grounds resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedGrounds.of(context, Grounds.class, Grounds::start);
    }
}
