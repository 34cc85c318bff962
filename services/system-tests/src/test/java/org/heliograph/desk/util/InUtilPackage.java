package org.heliograph.desk.util;

public record InUtilPackage(String anything) {}
