/** What is told of the way of a message to whoever looks at traces: steps and places, never content. */
@NullMarked
package org.heliograph.exchange.tracing;

import org.jspecify.annotations.NullMarked;
