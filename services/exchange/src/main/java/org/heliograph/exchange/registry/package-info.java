/** Confluent's Schema Registry client, with a token of the principal. */
@NullMarked
package org.heliograph.exchange.registry;

import org.jspecify.annotations.NullMarked;
