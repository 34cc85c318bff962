package org.heliograph.operations.catalogue;

import java.net.URI;

/**
 * Where a party's systems connect to.
 *
 * @param bootstrapServers of the brokers, comma-separated
 * @param registry base of the registry's Confluent API
 * @param tokens where a system gets its access tokens
 */
record Endpoints(String bootstrapServers, URI registry, URI tokens) {}
