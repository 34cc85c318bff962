/** What a party says: stored in the caller's transaction, then relayed in order into its outbox topic. */
@NullMarked
package org.heliograph.exchange.outbox;

import org.jspecify.annotations.NullMarked;
