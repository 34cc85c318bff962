package org.heliograph.unodc.violation;

public record UnodcItself(String anything) {}
