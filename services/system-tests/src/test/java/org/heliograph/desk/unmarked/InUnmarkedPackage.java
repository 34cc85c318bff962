package org.heliograph.desk.unmarked;

public record InUnmarkedPackage(String anything) {}
