package org.heliograph.exchange.violation;

import org.heliograph.desk.violation.DeskKnowsIom;

public record ExchangeKnowsDesk(DeskKnowsIom above) {}
