package org.heliograph.sharing.violation;

import org.heliograph.exchange.violation.ExchangeKnowsDesk;

public record SharingKnowsExchange(ExchangeKnowsDesk above) {}
