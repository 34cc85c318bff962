package org.heliograph.gate.violation;

import org.heliograph.desk.violation.DeskKnowsIom;

public record GateKnowsDesk(DeskKnowsIom beside) {}
