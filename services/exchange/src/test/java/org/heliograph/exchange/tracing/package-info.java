@NullMarked
package org.heliograph.exchange.tracing;

import org.jspecify.annotations.NullMarked;
