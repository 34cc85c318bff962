/** The Kafka spine of a service, as an auto-configured Boot starter. */
@NullMarked
package org.heliograph.exchange;

import org.jspecify.annotations.NullMarked;
