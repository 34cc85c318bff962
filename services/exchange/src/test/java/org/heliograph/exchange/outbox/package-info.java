@NullMarked
package org.heliograph.exchange.outbox;

import org.jspecify.annotations.NullMarked;
