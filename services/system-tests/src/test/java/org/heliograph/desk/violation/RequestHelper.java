package org.heliograph.desk.violation;

public record RequestHelper(String anything) {}
