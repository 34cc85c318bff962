package org.heliograph.standalone.kits;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the system of a party finds what it connects to.
 *
 * @param brokers {@code host:port}, with commas between them
 * @param tokens where a system gets its access tokens
 * @param registry base of the registry's Confluent API
 * @param operations base of operations
 * @param service base of the party's own service, if it has one here
 * @param secret file with the client secret of the principal; it is named and not read
 */
public record KitPlaces(String brokers, URI tokens, URI registry, URI operations, Optional<URI> service, Path secret) {}
