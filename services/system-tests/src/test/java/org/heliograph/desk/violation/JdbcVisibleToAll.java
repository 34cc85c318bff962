package org.heliograph.desk.violation;

public record JdbcVisibleToAll(String anything) {}
