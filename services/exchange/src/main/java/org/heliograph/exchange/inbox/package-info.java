/** What a party is told: each event applied once, in the order of its case. */
@NullMarked
package org.heliograph.exchange.inbox;

import org.jspecify.annotations.NullMarked;
