package org.heliograph.desk.violation;

import org.heliograph.iom.violation.IomKnowsUnodc;

public record DeskKnowsIom(IomKnowsUnodc above) {}
