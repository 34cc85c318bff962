package org.heliograph.desk.web;

import org.springframework.util.unit.DataSize;

/**
 * Takes larger bodies than usual under one address, for a resource that reads them as a stream. A bean of the service.
 *
 * @param path without the host, the whole of it
 */
public record LargerBody(String path, DataSize most) {}
