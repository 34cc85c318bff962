/** The Confluent wire format and Avro, with and without a schema registry. */
@NullMarked
package org.heliograph.exchange.wire;

import org.jspecify.annotations.NullMarked;
