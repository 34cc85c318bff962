package org.heliograph.iom.violation;

import org.heliograph.unodc.violation.UnodcItself;

public record IomKnowsUnodc(UnodcItself beside) {}
