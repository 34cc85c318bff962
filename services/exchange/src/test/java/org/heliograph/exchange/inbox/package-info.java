@NullMarked
package org.heliograph.exchange.inbox;

import org.jspecify.annotations.NullMarked;
