package org.heliograph.sharing.violation;

import org.springframework.context.ApplicationContext;

public record DecisionReachesSpring(ApplicationContext context) {}
